"""What of the register goes into an extract, row by row, for those whom the reader may find by place."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q, QuerySet

from jichi.kernel.access.actor import Actor
from jichi.kernel.places.models import Ward

from ..models import Entry, Household, Movement, Person
from ..rules.filing.layout import ENTRIES, HOUSEHOLDS, MOVEMENTS, PERSONS, Table
from ..rules.protecting import Purpose
from .protection import coverings
from .seeing import sights

ROWS = 5_000
# Where a column of the layout stands in the tables of the register.
MOVEMENT_COLUMNS = {
    "movement": "ticket",
    "ward": "ward_id",
    "office": "office_id",
    "voids": "voids__ticket",
    "title": "actor_title",
    "demo": "is_demo",
}
ENTRY_COLUMNS = {
    "movement": "movement__ticket",
    "person": "person__public_id",
    "household": "household__public_id",
    "town_ward": "town__ward_id",
    "town": "town__name",
    "hamlet": "town__hamlet",
}


@dataclass(frozen=True)
class Extract:
    """People who live in these wards, or who last lived there, with all of their histories.

    Whoever this reader may not find by place is not in it at all: a household, a movement, a ward would tell where they are.
    """

    actor: Actor
    wards: frozenset[str]
    on: date
    with_individual_numbers: bool = False

    @cached_property
    def is_whole(self) -> bool:
        return set(Ward.objects.values_list("code", flat=True)) <= self.wards

    @cached_property
    def hidden(self) -> frozenset[int]:
        """Keys of the people who are left out. Two queries."""
        covered = list(Person.objects.filter(Exists(coverings().filter(person=OuterRef("pk")))))
        views = sights(self.actor, covered, self.on, Purpose.FIND_BY_PLACE)
        return frozenset(pk for pk, sight in views.items() if not sight.allowed)

    @property
    def people(self) -> QuerySet[Person]:
        found = Person.objects.exclude(pk__in=self.hidden)
        if self.is_whole:
            return found
        last = Entry.objects.filter(person=OuterRef("pk"), until__isnull=True, superseded_at__isnull=True)
        return found.filter(Exists(last.filter(town__ward__in=self.wards)))

    @property
    def entries(self) -> QuerySet[Entry]:
        if self.is_whole and not self.hidden:
            return Entry.objects.all()
        return Entry.objects.filter(person__in=self.people)

    def rows(self) -> Iterator[tuple[Table, Iterable[Sequence[Any]]]]:
        yield PERSONS, stream(self.people.order_by("pk").values_list("public_id", "is_demo"))
        yield HOUSEHOLDS, stream(self.households.order_by("pk").values_list("public_id", "is_demo"))
        movements = self.movements.order_by("pk")
        yield MOVEMENTS, stream(movements.values_list(*names(MOVEMENTS, MOVEMENT_COLUMNS)))
        # As a load puts them: first what is believed, person by person in the total order.
        no_longer = Q(superseded_at__isnull=False)
        ordered = self.entries.alias(no_longer=ExpressionWrapper(no_longer, BooleanField())).order_by(
            "no_longer", "person_id", "since", "movement__received_at", "movement_id", "recorded_at", "pk"
        )
        columns = names(ENTRIES, ENTRY_COLUMNS)
        yield ENTRIES, self.without_numbers(stream(ordered.values_list(*columns)), columns)

    @property
    def households(self) -> QuerySet[Household]:
        if self.is_whole and not self.hidden:
            return Household.objects.all()
        return Household.objects.filter(Exists(self.entries.filter(household=OuterRef("pk"))))

    @property
    def movements(self) -> QuerySet[Movement]:
        """Those that wrote of these people, and those that took one of them back."""
        if self.is_whole and not self.hidden:
            return Movement.objects.all()
        wrote = self.entries.filter(movement=OuterRef("pk"))
        took_back = self.entries.filter(movement=OuterRef("voids"))
        return Movement.objects.filter(Exists(wrote) | Exists(took_back))

    def without_numbers(
        self, rows: Iterable[Sequence[Any]], columns: Sequence[Any]
    ) -> Iterable[Sequence[Any]]:
        """Law: 番号法 第9条, 第19条: individual numbers leave the register for the uses named there and no other."""
        if self.with_individual_numbers:
            return rows
        at = list(columns).index("individual_number")
        return ((*row[:at], "", *row[at + 1 :]) for row in rows)


def names(table: Table, instead: dict[str, str]) -> list[str]:
    return [instead.get(column.item, column.item) for column in table.columns]


def stream(rows: Any) -> Iterator[Sequence[Any]]:
    return iter(rows.iterator(chunk_size=ROWS))
