"""Choose a certificate at a terminal, pay for it, or leave."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.reading import now

from ...models import TerminalSession
from ...permissions import May
from ...rules.channels import Channel
from ...rules.session_times import FOR_STEP, LONGEST
from ..requests.asking import offered
from .steps import Call, again, held_session, lead, note, refuse_late, taken_before


class WrongAmount(Refusal):
    code = "residents.wrong_amount"
    status = 422


class NoFeeKnown(Refusal):
    code = "residents.no_fee_known"
    message = gettext_lazy(
        "この証明書の手数料が分かっていないため、この端末では交付できません。区役所の窓口で申し込んでください。"
    )


@action(needs=May.ISSUE_CERTIFICATE, within="step")
def choose_at_terminal(
    *, actor: Actor, step: Call, session: TerminalSession, kind: str, options: Sequence[str], on: date
) -> TerminalSession:
    """Choose what is to be printed; until it is paid it can be chosen anew.

    Ledger: residents.register.kept
    Raises: NotOffered; NoFeeKnown; SessionElsewhere; SessionOver; KeyUsedOtherwise; TooManySteps.
    """
    if taken_before(step):
        return again(step, session)
    held = held_session(session, "choose")
    refuse_late(held)
    offer = offered(held.person, kind, options, channel=Channel(step.terminal.channel), on=on)
    if offer.fee is None:
        raise NoFeeKnown
    lead(held, "choose", kind=kind, options=" ".join(sorted(options)), fee=offer.fee)
    note(step, held)
    return held


@action(needs=May.ISSUE_CERTIFICATE, within="step")
def pay_at_terminal(*, actor: Actor, step: Call, session: TerminalSession, yen: int) -> TerminalSession:
    """Take down that the fee was paid at the machine: exactly the fee, for all machines give change themselves.

    Units: yen.
    Ledger: residents.register.kept
    Raises: WrongAmount; SessionElsewhere; SessionOver; KeyUsedOtherwise; TooManySteps.
    """
    if taken_before(step):
        return again(step, session)
    held = held_session(session, "pay")
    refuse_late(held)
    if yen != held.fee:
        wrong = _("手数料は%(fee)s円です。ちょうどの額を支払ってください。") % {"fee": held.fee}
        raise WrongAmount(wrong, fields={"yen": wrong})
    lead(held, "pay", paid=yen)
    note(step, held)
    return held


@action(needs=May.ISSUE_CERTIFICATE, within="step")
def end_session(*, actor: Actor, step: Call, session: TerminalSession) -> TerminalSession:
    """Leave before anything is paid; nothing of it stays but that it was.

    Ledger: residents.register.kept
    Raises: SessionElsewhere; KeyUsedOtherwise; TooManySteps.
    """
    if taken_before(step):
        return again(step, session)
    held = held_session(session, "end")
    lead(held, "end")
    note(step, held)
    return held


@action(needs=May.ISSUE_CERTIFICATE, within="step")
def stay_at_terminal(*, actor: Actor, step: Call, session: TerminalSession) -> TerminalSession:
    """Give whoever is still choosing the time of the step once more; not for ever, others are waiting.

    Ledger: residents.register.kept
    Raises: SessionOver; SessionElsewhere; KeyUsedOtherwise; TooManySteps.
    """
    if taken_before(step):
        return again(step, session)
    held = held_session(session, "end")
    refuse_late(held)
    held.ends_at = min(now() + FOR_STEP[held.step], held.opened_at + LONGEST)
    held.save(update_fields=["ends_at"])
    note(step, held)
    return again(step, held)
