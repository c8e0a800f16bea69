"""Approve a draft, or give it back."""

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.ledger.event import Personal

from ..events import PublicNoticeApproved, PublicNoticeReturned, stream_of
from ..models import PublicNotice
from ..permissions import May
from .public_notices import locked, step_on, who, words_digest


class OwnDraft(Refusal):
    code = "notices.own_draft"
    message = _("自分で書いた案は決裁できません。ほかの決裁者に頼んでください。")


class ReasonNeeded(Refusal):
    code = "notices.reason_needed"
    status = 400
    message = _("どこをどう直してほしいかを書いてください。起案した人が読みます。")


@action(needs=May.APPROVE_PUBLIC_NOTICE, within="notice")
def approve_public_notice(*, actor: Actor, notice: PublicNotice) -> PublicNotice:
    """Say yes to the words of a draft; a second person does this.

    Ledger: notices.public.approved
    Raises: WrongStep; OwnDraft.
    """
    held = locked(notice)
    step_on(held, "approve")
    if held.drafted_by == who(actor):
        raise OwnDraft
    held.approved_by, held.returned_because = who(actor), ""
    held.save()
    approved = PublicNoticeApproved(notice=held.reference, words_digest=words_digest(held), step=held.step)
    record(approved, stream=stream_of(held.reference))
    return held


@action(needs=May.APPROVE_PUBLIC_NOTICE, within="notice")
def return_public_notice(*, actor: Actor, notice: PublicNotice, because: str) -> PublicNotice:
    """Give a draft back to whoever wrote it, with the reason; an approval is taken back.

    Ledger: notices.public.returned
    Raises: WrongStep once it is posted; ReasonNeeded.
    """
    held = locked(notice)
    if held.step != "draft":
        step_on(held, "return")
    if not because.strip():
        raise ReasonNeeded(fields={"because": str(ReasonNeeded.message)})
    held.approved_by, held.returned_because = "", because.strip()
    held.save()
    told = PublicNoticeReturned(notice=held.reference, because=Personal(because.strip()), step=held.step)
    record(told, stream=stream_of(held.reference))
    return held
