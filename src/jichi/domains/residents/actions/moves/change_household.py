"""Some members go over to another household at the same address, or relationships change (世帯構成変更)."""

from datetime import date

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action

from ...models import Movement
from ...permissions import May
from ...rules.words import HEAD
from ..writing import Change, Intake
from .carrying import carry_out, standing_records
from .merge_households import refuse_unless_beside
from .order import Order
from .refusals import HeadIsThere, NothingChanges, RelationshipMissing
from .transfer import transferred


@action(needs=May.ENTER_MOVEMENT, within="intake")
def change_household(*, actor: Actor, intake: Intake, order: Order, on: date) -> Movement:
    """Seat some members in another household beside theirs, or write their relationships anew in their own.

    Law: 住民基本台帳法第25条; 第30条の48 (relationships of foreign residents).
    Ledger: residents.register.kept
    Raises: OtherHouseholdMissing; AddressesDiffer; HeadIsThere; RelationshipMissing; NothingChanges;
    LateWithoutReason; SentBefore.
    """
    return carry_out(intake, order, plan, verb="change_household", on=on)


def plan(intake: Intake, order: Order) -> list[Change]:
    if order.household is None:
        return within_the_household(intake, order)
    refuse_unless_beside(intake, order)
    return transferred(intake, order, to_new=False)


def within_the_household(intake: Intake, order: Order) -> list[Change]:
    """Relationships written anew; who is the head is changed by another verb."""
    records = {entry.person_id: entry for entry in standing_records(order, intake.happened_on)}
    told = {seat.person.pk: seat.relationship.strip() for seat in order.seats}
    if any(not word for word in told.values()):
        raise RelationshipMissing
    if any((word == HEAD) != records[key].facts.is_head for key, word in told.items()):
        raise HeadIsThere
    changed = [seat for seat in order.seats if records[seat.person.pk].relationship != told[seat.person.pk]]
    if not changed:
        raise NothingChanges
    return [Change(person=seat.person, items={"relationship": told[seat.person.pk]}) for seat in changed]
