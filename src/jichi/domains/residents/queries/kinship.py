"""What the city's own registers know of who asks and of whom: then no paper needs to say it again."""

from datetime import date

from ..models import Person
from ..rules.certificates.asked import Requester
from ..rules.certificates.eligibility import Kinship
from ..rules.name_folding import folded
from .register import members_on, record_on


def kinship_of(person: Person, requester: Requester, on: date) -> Kinship:
    return Kinship(one_household=lives_with(person, requester, on))


def lives_with(person: Person, requester: Requester, on: date) -> bool:
    """Whether somebody of the requester's name is a member of the person's household."""
    own = record_on(person, on)
    if own is None or own.household is None or not requester.name:
        return False
    names = {folded(entry.name) for entry in members_on(own.household, on)}
    return folded(requester.name) in names
