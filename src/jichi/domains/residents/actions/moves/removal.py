"""People leave the register: their records are removed, and their household gets its next head."""

from ...rules.words import Standing
from ..writing import Change, Intake
from .carrying import standing_records
from .households import household_of, members, succession
from .order import Order


def removed(intake: Intake, order: Order) -> list[Change]:
    """Raises: NobodyConcerned; NotOnRegister; NextHeadMissing; RelationshipMissing."""
    going = standing_records(order, intake.happened_on)
    everybody = members(household_of(going), intake.happened_on)
    items = {"standing": Standing.REMOVED, "leaving_on": None}
    gone = [Change(person=entry.person, items=items) for entry in going]
    return [*gone, *succession(everybody, order.keys, order)]
