"""What the city's own registers know of who asks and of whom: then no paper needs to say it again."""

from ..models import Person
from ..rules.certificates.asked import Requester
from ..rules.certificates.eligibility import Kinship
from ..rules.name_folding import folded
from .papers.reading import Reading


def kinship_of(reading: Reading, requester: Requester) -> Kinship:
    return Kinship(one_household=member_named(reading, requester.name) is not None)


def member_named(reading: Reading, name: str) -> Person | None:
    """Who of the household has this name, in any spelling; None where nobody or more than one has it."""
    asked = folded(name)
    found = [entry.person for entry in reading.members if folded(entry.name) == asked]
    return found[0] if len(found) == 1 else None
