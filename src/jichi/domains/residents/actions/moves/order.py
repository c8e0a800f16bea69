"""What is asked of a verb of the register."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from jichi.kernel.places.models import Town

from ...models import Household, Person


@dataclass(frozen=True, kw_only=True)
class Address:
    town: Town
    lot: str
    building: str = ""

    @property
    def items(self) -> dict[str, Any]:
        return {"town": self.town, "lot": self.lot, "building": self.building}


@dataclass(frozen=True, kw_only=True)
class Seat:
    """Somebody whom the movement is about: the relationship to the head afterwards, and items of the record."""

    person: Person
    relationship: str = ""
    items: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Order:
    """A movement as the clerk asks for it.

    `seats` are the people; `household` the one they join (None: a new one, or their own); `next_head` and `rest` (relationships
    by the key of a person) say how those live on whom they leave. `place` is where they go, or went. `apart` are keys of
    known people of whom the clerk says that they are none of those who come.
    """

    seats: tuple[Seat, ...] = ()
    address: Address | None = None
    household: Household | None = None
    next_head: Person | None = None
    rest: Mapping[int, str] = field(default_factory=dict)
    place: str = ""
    leaving_on: date | None = None
    visits: tuple[tuple[date, str], ...] = ()
    apart: frozenset[int] = frozenset()

    @property
    def people(self) -> list[Person]:
        return [seat.person for seat in self.seats]

    @property
    def keys(self) -> set[int]:
        return {seat.person.pk for seat in self.seats if seat.person.pk}
