"""A removed record stands again (回復)."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import Refusal

from ...models import Entry, Household, Movement
from ...permissions import May
from ...rules.words import Standing
from ..writing import Change, Intake
from .carrying import carry_out, records_on
from .households import members
from .order import Order, Seat
from .refusals import NobodyConcerned
from .transfer import seated


class NotRemoved(Refusal):
    code = "residents.not_removed"
    message = _("除票でない人が含まれています。回復できるのは、消除された住民票だけです。")


@action(needs=May.ENTER_MOVEMENT, within="intake")
def restore(*, actor: Actor, intake: Intake, order: Order, on: date) -> Movement:
    """Put people back into the household in which they were, with the relationships that are told.

    Law: 住民基本台帳法第8条.
    Ledger: residents.register.kept
    Raises: NobodyConcerned; NotRemoved; OneHeadNeeded; HeadIsThere; RelationshipMissing; SentBefore.
    """
    return carry_out(intake, order, plan, verb="restore", on=on)


def plan(intake: Intake, order: Order) -> list[Change]:
    if not order.seats:
        raise NobodyConcerned
    records = {entry.person_id: entry for entry in records_on(order.people, intake.happened_on)}
    if set(records) != order.keys or any(entry.standing != Standing.REMOVED for entry in records.values()):
        raise NotRemoved
    there = members(order.household or home(records), intake.happened_on)
    place = order.household or home(records) or Household()
    back = {"standing": Standing.REGISTERED, "going_to": "", "gone_to": "", "leaving_on": None}
    seats = seated([seat_again(seat, records[seat.person.pk]) for seat in order.seats], there)
    return [
        Change(person=seat.person, items={**back, "household": place, "relationship": seat.relationship})
        for seat in seats
    ]


def home(records: dict[int, Entry]) -> Household | None:
    """The household of them all, if it was one."""
    found = {entry.household_id for entry in records.values()}
    return Household(pk=found.pop()) if len(found) == 1 and None not in found else None


def seat_again(seat: Seat, record: Entry) -> Seat:
    return Seat(person=seat.person, relationship=seat.relationship or record.relationship)
