"""What is read of the register for one certificate: first whom to hold, then all of it while they are held."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q, QuerySet, Subquery

from ...models import Entry, Person
from ...rules.words import HEAD, Standing
from ..register import believed, holding_on


@dataclass(frozen=True, kw_only=True)
class Reading:
    """`own` is the person's record; `members` are all of the household, the head first, or the person alone.

    `others` are keys of more people whom the paper names or is taken from: they are held too.
    """

    own: Entry | None
    members: tuple[Entry, ...] = ()
    others: frozenset[int] = field(default_factory=frozenset)

    @property
    def people(self) -> frozenset[int]:
        return self.others | {entry.person_id for entry in self.members}

    @property
    def head(self) -> str:
        """The name of the head of the household; empty where there is none."""
        return next((entry.name for entry in self.members if entry.relationship == HEAD), "")


def read_household(person: Person, on: date) -> Reading:
    """A person with everybody of the same household. One query."""
    entries = list(rows_of_household(person, on).select_related("person", "town__ward").order_by("person_id"))
    mine = next((entry for entry in entries if entry.person_id == person.pk), None)
    return Reading(own=mine, members=tuple(household_of(mine, entries)))


def people_of_household(person: Person, on: date) -> frozenset[int]:
    """Whom to hold before a household is read: everybody in it, also who has left its record behind. One light query."""
    return frozenset(rows_of_household(person, on).values_list("person_id", flat=True))


def rows_of_household(person: Person, on: date) -> QuerySet[Entry]:
    """By two indices. The household is asked as one value: of `IN` beside `OR`, PostgreSQL would read the whole register."""
    own = holding_on(believed(Entry.objects.filter(person=person)), on)
    theirs = Q(person=person) | Q(household=Subquery(own.values("household")[:1]))
    return holding_on(believed(Entry.objects.filter(theirs)), on)


def household_of(mine: Entry | None, entries: list[Entry]) -> list[Entry]:
    if mine is None:
        return []
    if mine.household_id is None or mine.standing == Standing.REMOVED:
        return [mine]
    living = [entry for entry in entries if entry.standing != Standing.REMOVED]
    return sorted(living, key=lambda entry: (entry.relationship != HEAD, entry.person_id))


def read_person(person: Person, on: date) -> Reading:
    """A person alone. One query."""
    rows = holding_on(believed(Entry.objects.filter(person=person)), on)
    own = rows.select_related("person", "town__ward", "movement").first()
    return Reading(own=own, members=(own,) if own else ())
