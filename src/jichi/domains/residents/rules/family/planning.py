"""From a notification to what it will write. Pure."""

from collections.abc import Callable

from . import children, marriage, moves
from .case import Case
from .plan import Plan

PLANS: dict[str, Callable[[Case], Plan]] = {
    "birth": children.birth,
    "acknowledgement": children.acknowledgement,
    "adoption": children.adoption,
    "adoption_ended": children.adoption_ended,
    "marriage": marriage.marriage,
    "divorce": marriage.divorce,
    "death": moves.death,
    "missing": moves.missing,
    "entry": children.entry,
    "separation": moves.separation,
    "transfer": moves.transfer,
    "surname_change": moves.surname_change,
    "given_name_change": moves.given_name_change,
    "first_registration": moves.comes_new,
    "naturalised": moves.comes_new,
    "nationality_acquired": moves.comes_new,
    "nationality_lost": moves.nationality_lost,
}


def planned(case: Case) -> Plan:
    """Raises: CannotBeDrawn, naming the field that is missing."""
    return PLANS[case.kind.code](case)
