"""What the city's own registers know of who asks and of whom: then no paper needs to say it again."""

from collections.abc import Iterable
from datetime import date

from ..models import Entry, Person
from ..rules.certificates.asked import Asking, Requester
from ..rules.certificates.eligibility import Kinship
from ..rules.name_folding import folded
from .family import direct_line
from .papers.reading import Reading
from .register import believed


def kinship_of(person: Person, reading: Reading, requester: Requester, on: date) -> Kinship:
    """By the name that the clerk wrote down. The family registers are asked only where the answer matters."""
    if requester.asking not in (Asking.SPOUSE, Asking.DIRECT_LINE):
        return Kinship(one_household=member_named(reading, requester.name) is not None)
    line = direct_line(person, on)
    return Kinship(
        spouse=line.spouse is not None and is_named([line.spouse], requester.name),
        direct_line=is_named(line.ascendants | line.descendants, requester.name),
    )


def is_named(people: Iterable[int], name: str) -> bool:
    """Whether one of these people has this name now, in any spelling."""
    names = believed(Entry.objects.filter(person__in=people, until__isnull=True)).values_list(
        "name", flat=True
    )
    return folded(name) in {folded(each) for each in names}


def member_named(reading: Reading, name: str) -> Person | None:
    """Who of the household has this name, in any spelling; None where nobody or more than one has it."""
    asked = folded(name)
    found = [entry.person for entry in reading.members if folded(entry.name) == asked]
    return found[0] if len(found) == 1 else None
