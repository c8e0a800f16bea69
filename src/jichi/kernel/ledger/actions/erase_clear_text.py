"""Erase what a record says of a person, and keep every proof."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.actions.refusal import Refusal

from ..events import ERASURES
from ..forget import forget
from ..models import Event
from ..permissions import May


class NothingToErase(Refusal):
    code = "record.nothing_to_erase"
    message = gettext_lazy("選んだ項目の内容は、もう消されています。ほかの項目を選んでください。")


class NoReasonToErase(Refusal):
    code = "record.no_reason_to_erase"
    status = 400


@action(needs=May.ERASE_CLEAR_TEXT)
def erase_clear_text(*, actor: Actor, event: Event, fields: Iterable[str], reason: str) -> Event:
    """Remove clear text and salt of personal fields for ever. The commitment stays and says nothing any more.

    Ledger: record.clear_text.erased
    Raises: NoReasonToErase; NothingToErase.
    """
    if not reason.strip():
        said = _("消す理由を入力してください。理由は記録に残ります（公開はされません）。")
        raise NoReasonToErase(said, fields={"reason": said})
    told = forget(event, fields=fields, reason=reason.strip())
    if told is None:
        raise NothingToErase(fields={"fields": str(NothingToErase.message)})
    return record(told, stream=ERASURES)
