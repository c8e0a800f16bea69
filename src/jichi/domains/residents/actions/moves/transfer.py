"""Moving people between addresses and households: what a move, a split, a merger and a change within one have in common."""

from collections.abc import Sequence

from ...models import Entry, Household
from ...rules.relationships import heads
from ...rules.words import HEAD
from ..writing import Change, Intake
from .carrying import standing_records
from .households import household_of, members, succession
from .order import Order, Seat
from .refusals import HeadIsThere, OneHeadNeeded, RelationshipMissing


def transferred(intake: Intake, order: Order, *, to_new: bool) -> list[Change]:
    """The people of the order go to the household they join, to a new one, or all stay together in their own.

    Raises: what `seated` and `succession` raise.
    """
    going = standing_records(order, intake.happened_on)
    home = household_of(going)
    everybody = members(home, intake.happened_on)
    whole = {entry.person_id for entry in everybody} == order.keys
    if whole and order.household is None and not to_new:
        return [Change(person=seat.person, items=with_address(seat, order)) for seat in order.seats]
    place = order.household or Household()
    seats = seated(order.seats, members(order.household, intake.happened_on))
    moved = [
        Change(
            person=seat.person,
            items={**with_address(seat, order), "household": place, "relationship": seat.relationship},
        )
        for seat in seats
    ]
    return [*moved, *succession(everybody, order.keys, order)]


def with_address(seat: Seat, order: Order) -> dict[str, object]:
    return {**(order.address.items if order.address else {}), **seat.items}


def seated(seats: Sequence[Seat], there: Sequence[Entry]) -> list[Seat]:
    """The seats of those who come: one head for a new household, none for one that has its head.

    Somebody who founds a household alone is its head.

    Raises: OneHeadNeeded; HeadIsThere; RelationshipMissing.
    """
    has_head = any(entry.relationship == HEAD for entry in there)
    if not there and len(seats) == 1 and not seats[0].relationship:
        seats = [Seat(person=seats[0].person, relationship=HEAD, items=seats[0].items)]
    count = heads([seat.relationship for seat in seats])
    if has_head and count:
        raise HeadIsThere
    if not has_head and count != 1:
        raise OneHeadNeeded
    if any(not seat.relationship.strip() for seat in seats):
        raise RelationshipMissing
    return list(seats)
