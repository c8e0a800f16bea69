"""End a notice that counts no more."""

from datetime import date

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.clock.reading import now
from jichi.kernel.ledger.lock import lock

from ...models import CivilNotice
from ...permissions import May
from ...rules.civil_notices import Ended, NoticeDays, NoticeEnded
from ..family.tracing import traced
from ..holding import hold_people


@action(needs=May.KEEP_FAMILY_REGISTER, within="notice")
def end_civil_notice(
    *, actor: Actor, notice: CivilNotice, because: Ended, end_on: date, on: date, sender: str = ""
) -> CivilNotice:
    """The notice stays on the register with the day and the source of its end; no paper speaks of it any more.

    Ledger: residents.register.kept
    Raises: NoticeEnded; NoticeDays.
    """
    hold_people([notice.person_id])
    held = lock(CivilNotice.objects.filter(pk=notice.pk)).get()
    if not held.stands:
        raise NoticeEnded
    if not held.happened_on <= end_on <= on:
        raise NoticeDays
    held.end_reason, held.end_sender, held.end_on = because, sender.strip(), end_on
    held.ended_at, held.ended_by = now(), actor.title
    held.save(update_fields=["end_reason", "end_sender", "end_on", "ended_at", "ended_by"])
    about = {"notice": str(held.public_id), "because": because, "people": [held.person.number]}
    traced(ward=held.ward_id, verb="end_civil_notice", about=about)
    return held
