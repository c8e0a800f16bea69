"""What becomes of a session in which no paper was seen to come out."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import NotAllowed, Refusal
from jichi.kernel.clock.reading import now

from ...models import Certificate, TerminalSession
from ...permissions import May
from ...rules.failures import Failure
from ...rules.terminals import Scope
from ..destroy_certificate import destroy_certificate
from ..hand_out_certificate import hand_out_certificate
from .printing import certificate_of
from .steps import Call, again, held_session, lead, note, taken_before


class NothingWasIssued(Refusal):
    code = "residents.nothing_was_issued"
    message = _("この手続きでは、証明書は発行されていません。返金してください。")


@action(needs=May.ISSUE_CERTIFICATE, within="step")
def report_failure(
    *, actor: Actor, step: Call, session: TerminalSession, because: Failure
) -> TerminalSession:
    """Take down that no paper came out, or none that may be handed over. The desk sees it from now on.

    Ledger: residents.register.kept
    Raises: SessionElsewhere; KeyUsedOtherwise; TooManySteps.
    """
    if taken_before(step):
        return again(step, session)
    held = held_session(session, "fail")
    lead(held, "fail", because=because)
    note(step, held)
    return held


@action(needs=May.ISSUE_CERTIFICATE, within="step")
def report_refund(*, actor: Actor, step: Call, session: TerminalSession, on: date) -> TerminalSession:
    """Take down that the machine gave the money back; what was issued for it is destroyed.

    Ledger: residents.register.kept
    Raises: NotAllowed without the scope; SessionElsewhere; KeyUsedOtherwise; TooManySteps.
    """
    if Scope.REFUND not in step.terminal.scopes.split():
        raise NotAllowed
    if taken_before(step):
        return again(step, session)
    held = held_session(session, "refund")
    take_back(actor, held, on)
    lead(held, "refund")
    note(step, held)
    return held


@action(needs=May.ISSUE_CERTIFICATE, within="session")
def refund_at_desk(*, actor: Actor, session: TerminalSession, on: date) -> TerminalSession:
    """Give the money back at the desk; what was issued for it is destroyed.

    Ledger: residents.register.kept
    Raises: SessionElsewhere.
    """
    held = held_session(session, "refund")
    take_back(actor, held, on)
    lead(held, "refund")
    return held


@action(needs=May.ISSUE_CERTIFICATE, within="session")
def settle_session(*, actor: Actor, session: TerminalSession) -> TerminalSession:
    """Find that the paper did reach its holder, though the machine never said so.

    Ledger: residents.register.kept
    Raises: SessionElsewhere; NothingWasIssued.
    """
    held = held_session(session, "settle")
    if not held.certificate:
        raise NothingWasIssued
    hand_out_certificate(actor=actor, certificate=certificate_of(held), on=held.on)
    lead(held, "settle", acknowledged_at=now())
    return held


@action(needs=May.ISSUE_CERTIFICATE, within="session")
def end_late_session(*, actor: Actor, session: TerminalSession) -> TerminalSession:
    """End a session that nobody goes on with: unpaid, nothing happened; paid, the desk looks into it.

    Ledger: residents.register.kept
    Raises: SessionElsewhere.
    """
    move = "end" if session.step in ("menu", "chosen") else "fail"
    held = held_session(session, move)
    if move == "end":
        lead(held, move)
    else:
        lead(held, move, because=Failure.TIMED_OUT)
    return held


def take_back(actor: Actor, session: TerminalSession, on: date) -> None:
    """A paper that nobody was seen to take counts for nothing from now on."""
    if issued := Certificate.objects.filter(ticket=session.order).first():
        destroy_certificate(actor=actor, certificate=issued, on=on)
