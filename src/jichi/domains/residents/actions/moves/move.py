"""People move within the city (転居): alone or together, to a household of their own or into another."""

from dataclasses import replace
from datetime import date

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action

from ...models import Movement
from ...permissions import May
from ..writing import Change, Intake
from .carrying import carry_out, standing_records
from .households import members
from .order import Order, Seat
from .refusals import AddressesDiffer, AddressMissing, AddressUnchanged
from .transfer import transferred


@action(needs=May.ENTER_MOVEMENT, within="intake")
def move(*, actor: Actor, intake: Intake, order: Order, on: date) -> Movement:
    """Write the new address; a household whose head goes without it gets the next one.

    Law: 住民基本台帳法第23条.
    Ledger: residents.register.kept
    Raises: AddressMissing; AddressUnchanged; AddressesDiffer; NextHeadMissing; RelationshipMissing; OneHeadNeeded; HeadIsThere;
    LateWithoutReason; SentBefore.
    """
    return carry_out(intake, order, plan, verb="move", on=on)


def plan(intake: Intake, order: Order) -> list[Change]:
    refuse_wrong_address(intake, order)
    since = {"address_since": intake.happened_on}
    seats = tuple(
        Seat(person=seat.person, relationship=seat.relationship, items={**seat.items, **since})
        for seat in order.seats
    )
    order = replace(order, seats=seats)
    return transferred(intake, order, to_new=False)


def refuse_wrong_address(intake: Intake, order: Order) -> None:
    new = order.address
    if new is None or not new.lot.strip():
        raise AddressMissing(fields={"town": str(AddressMissing.message)})
    for entry in standing_records(order, intake.happened_on):
        if (entry.town_id, entry.lot, entry.building) == (new.town.pk, new.lot, new.building):
            raise AddressUnchanged
    for entry in members(order.household, intake.happened_on):
        if (entry.town_id, entry.lot) != (new.town.pk, new.lot):
            raise AddressesDiffer
