"""What stands in the law book: entries, their dated rows, and the keys code asks with."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Generic, TypeVar

from .units import UNITS, Unit

T = TypeVar("T")


class Confidence(StrEnum):
    """How well a value is known. Only a city's own lawyer makes it better."""

    READ = "read"
    INFERRED = "inferred"
    UNCONFIRMED = "unconfirmed"


@dataclass(frozen=True)
class LegalValue(Generic[T]):
    """A key that code asks the law with, typed: `LegalValue("referendums.signature_share", Fraction)`.

    A whole number says nothing without its unit (60 days, 60 months), so `int` demands `unit`.
    """

    key: str
    type: type[T]
    unit: str = ""

    def __post_init__(self) -> None:
        if self.type is int and not self.unit:
            raise ValueError(f"{self.key}: an int needs its unit, such as unit='days'")
        if self.unit and (self.unit not in UNITS or UNITS[self.unit].type is not self.type):
            raise ValueError(f"{self.key}: the unit {self.unit!r} does not give {self.type.__name__}")

    def fits(self, unit: Unit) -> bool:
        return unit.type is self.type and self.unit in ("", unit.code)


@dataclass(frozen=True, kw_only=True)
class Repealed:
    """A span without the rule. `until` is the last day of it, None while it lasts."""

    since: date
    until: date | None
    source: str
    confidence: Confidence
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Dated(Generic[T]):
    """A value and the days it is in force: `since` and `until` are its first and last day.

    `until` is None while no later row is known.
    """

    value: T
    since: date
    until: date | None
    source: str
    confidence: Confidence
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One of the values that an entry of unit choice or choices may take."""

    code: str
    name: str
    name_en: str


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One legal value with its whole history, as its file gives it. No rows: nobody knows the value yet."""

    key: str
    name: str
    name_en: str
    unit: Unit
    chosen_by: str
    file: Path
    rows: tuple[Dated[object] | Repealed, ...] = ()
    choices: Mapping[str, Choice] = field(default_factory=dict)
    chosen_by_en: str = ""
    note: str = ""

    @property
    def is_unset(self) -> bool:
        return not self.rows

    def row_at(self, on: date) -> Dated[object] | Repealed | None:
        """The last row that has begun, or None before the first."""
        begun = [row for row in self.rows if row.since <= on]
        return begun[-1] if begun else None
