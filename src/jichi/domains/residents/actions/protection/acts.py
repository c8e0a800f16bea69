"""What every verb of a case does at its end: the case's own history, and the public record."""

from datetime import date

from jichi.kernel.actions.action import acting
from jichi.kernel.clock.reading import now
from jichi.kernel.ledger.lock import lock

from ...models import ProtectionAct, ProtectionCase
from ..act_numbers import next_act_number
from ..keeping import kept


def held(case: ProtectionCase) -> ProtectionCase:
    """The case as it stands now, kept for this act."""
    return lock(ProtectionCase.objects.filter(pk=case.pk)).get()


def done(case: ProtectionCase, verb: str, *, on: date, note: str = "") -> ProtectionAct:
    """Write what was done into the case's history; on the public record it looks like any other act.

    Ledger: residents.register.kept
    """
    act = acting()
    written = ProtectionAct.objects.create(
        case=case,
        act=next_act_number(),
        verb=verb,
        on=on,
        at=now(),
        ends_on=case.ends_on,
        note=note,
        done_by_id=act.actor.account_id,
        actor_title=act.actor.title,
    )
    about = {"case": case.number, "step": case.step, "on": on, "ends_on": case.ends_on, "note": note}
    kept(act=written.act, ward=case.ward_id, verb=verb, about=about)
    return written
