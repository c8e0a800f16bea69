"""Make the address at which a person's calendar program reads the clocks of a section."""

from datetime import date

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.policy import may
from jichi.kernel.actions.action import action, record
from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.places.models import Section

from ..events import CalendarAddressMade
from ..models import CalendarAddress, Deadline
from ..permissions import May
from ..secret import digest_of, new_secret


@action(needs=May.SEE_DEADLINES, anywhere=True)
def make_calendar_address(*, actor: Actor, section: Section, on: date) -> str:
    """Answer with the secret of a new address; a former one of the same person and section ends with it.

    It is never shown again: whoever loses it makes another.

    Ledger: deadlines.calendar_address.made
    Raises: NotThere for a section whose clocks the actor may not see.
    """
    if actor.account_id is None or not may(actor, May.SEE_DEADLINES, Deadline(owner=section).scope):
        raise NotThere
    former = CalendarAddress.objects.filter(
        account=actor.account_id, section=section, revoked_on__isnull=True
    )
    replaced = former.update(revoked_on=on)
    secret = new_secret()
    CalendarAddress.objects.create(
        account_id=actor.account_id, section=section, digest=digest_of(secret), made_on=on
    )
    record(CalendarAddressMade(section=section.code, replaced=bool(replaced)), stream="deadlines/calendars")
    return secret
