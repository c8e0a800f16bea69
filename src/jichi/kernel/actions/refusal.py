"""A broken rule, said to a person: what happened, why, what to do next."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Refusal(Exception):
    """Base of every refusal. Each broken rule is a subclass beside its verb.

    `code` is stable and public; `message` is a sentence for the person; `fields` maps
    a field's name to the sentence shown at that field; `status` is the HTTP status.
    """

    code = "refused"
    status = 409
    message: str | Promise = ""

    def __init__(self, message: str = "", *, fields: Mapping[str, str] | None = None) -> None:
        self.message = message or self.message
        self.fields = dict(fields or {})
        super().__init__(self.message)


class NotAllowed(Refusal):
    code = "not_allowed"
    status = 403
    message = _("この操作をする権限がありません。権限が必要なときは、所属の管理者に相談してください。")


class NotThere(Refusal):
    """Also the answer to what is somebody else's: the difference must not be learnt."""

    code = "not_there"
    status = 404
    message = _("お探しのものは見つかりませんでした。番号やアドレスを確かめてください。")


class LeftNoTrace(AssertionError):
    """A programming error: an action ended without a ledger event."""
