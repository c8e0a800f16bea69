"""Put an end to a calendar address."""

from datetime import date

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.places.models import Section

from ..events import CalendarAddressRevoked
from ..models import CalendarAddress
from ..permissions import May


@action(needs=May.SEE_DEADLINES, anywhere=True)
def revoke_calendar_address(*, actor: Actor, section: Section, on: date) -> None:
    """From now on the actor's address for this section answers to nobody.

    Ledger: deadlines.calendar_address.revoked
    Raises: NotThere for who has none.
    """
    mine = CalendarAddress.objects.filter(account=actor.account_id, section=section, revoked_on__isnull=True)
    if actor.account_id is None or not mine.update(revoked_on=on):
        raise NotThere
    record(CalendarAddressRevoked(section=section.code), stream="deadlines/calendars")
