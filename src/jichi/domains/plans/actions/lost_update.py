"""Two people with the same form open: who saves second is told what the first one wrote, and nothing is lost."""

from collections.abc import Mapping

from django.utils.translation import gettext, gettext_lazy

from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.ledger.canonical import digest

Said = Mapping[str, str]
WHOLE = "whole"


class ChangedMeanwhile(Refusal):
    code = "plans.changed_meanwhile"
    status = 409
    message = gettext_lazy(
        "この画面を開いたあとに、ほかの人が保存しました。まだ何も上書きしていません。"
        "いま保存されている内容を確かめ、残したい文に直してから、もう一度保存してください。"
    )


def stamp(said: Said) -> str:
    """A mark of what a form showed, to be sent back with it."""
    return digest(dict(said))


def refuse_lost_update(*, seen: str, stored: Said, typed: Said, words: Said | None = None) -> None:
    """Let nobody overwrite what they have not seen; saving the same again is no conflict.

    `seen` is the stamp of what the writer saw, empty where no form was open. `words` says stored codes to people.

    Raises: ChangedMeanwhile, with what is stored now at every field that would be lost.
    """
    if not seen or seen == stamp(stored):
        return
    differing = [name for name, text in typed.items() if text != stored.get(name, "")]
    if differing:
        told = {name: said_now((words or {}).get(name, stored.get(name, ""))) for name in differing}
        raise ChangedMeanwhile(fields={WHOLE: str(ChangedMeanwhile.message), **told})


def said_now(text: str) -> str:
    return gettext("いま保存されている内容：%(text)s") % {"text": text or gettext("（記入なし）")}
