"""A plan chapter as it was read: policy → measures → efforts → statements and programmes.

Every text stands as printed, extraction faults included; ``line`` is where it starts, counted from 1.
``place`` names a text within its chapter (``7-1-1/1/issues/2``) and is what a correction points to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .codes import MeasureCode


@dataclass(frozen=True, order=True, kw_only=True)
class Period:
    """The years a chapter plans for, both included. Units: 年度."""

    first_year: int
    last_year: int

    def __str__(self) -> str:
        return f"{self.first_year}～{self.last_year}"


@dataclass(frozen=True, kw_only=True)
class Policy:
    """基本政策: the whole chapter."""

    line: int
    number: int
    numeral: str
    title: str


@dataclass(frozen=True, kw_only=True)
class Statement:
    """One bullet of 現状と課題 or of 計画期間の取組."""

    line: int
    place: str
    text: str


@dataclass(frozen=True, kw_only=True)
class YearNote:
    """A year in brackets: (2011年度完了), (2012年度), (2010年度～); ``last_year`` is None when open.

    ``completed``: the note, or the word it follows, says that the work ends with it.
    """

    text: str
    first_year: int
    last_year: int | None
    completed: bool


@dataclass(frozen=True, kw_only=True)
class Item:
    """One ● of a table cell, with the years it names."""

    line: int
    place: str
    text: str
    years: tuple[YearNote, ...]


@dataclass(frozen=True, kw_only=True)
class Later:
    """2014年度以降: what follows the period; ``items`` is empty when the programme ends."""

    first_year: int
    items: tuple[Item, ...]

    @property
    def text(self) -> str:
        return "\n".join(item.text for item in self.items)


@dataclass(frozen=True, kw_only=True)
class Listing:
    """One row of a programme table. ``programme`` is the key of the programme it lists."""

    line: int
    place: str
    name: str
    description: str
    each_ward: bool
    relisted: bool
    past: tuple[Item, ...]
    planned: tuple[Item, ...]
    later: Later
    programme: str = ""

    @property
    def completion_years(self) -> tuple[int, ...]:
        """The years in which work ends, as far as the row says so."""
        notes = (note for item in (*self.planned, *self.later.items) for note in item.years)
        return tuple(sorted({note.last_year for note in notes if note.completed and note.last_year}))


@dataclass(frozen=True, kw_only=True)
class Effort:
    """主な取組, with its programmes in printed order."""

    line: int
    place: str
    number: int
    mark: str
    title: str
    issues: tuple[Statement, ...]
    approaches: tuple[Statement, ...]
    listings: tuple[Listing, ...]


@dataclass(frozen=True, kw_only=True)
class Measure:
    """基本施策; ``code_as_read`` keeps the spelling of the text (VII-2-(4))."""

    line: int
    place: str
    code: MeasureCode
    code_as_read: str
    title: str
    efforts: tuple[Effort, ...]


@dataclass(frozen=True, kw_only=True)
class Programme:
    """事業: one undertaking, however often the chapter lists it; the first listing is the original."""

    key: str
    listings: tuple[Listing, ...]

    @property
    def original(self) -> Listing:
        return self.listings[0]

    @property
    def name(self) -> str:
        return self.original.name

    @property
    def description(self) -> str:
        return self.original.description

    @property
    def each_ward(self) -> bool:
        return self.original.each_ward


@dataclass(frozen=True, kw_only=True)
class Chapter:
    """One policy of one edition of the plan."""

    policy: Policy
    period: Period
    measures: tuple[Measure, ...]
    programmes: tuple[Programme, ...]

    def efforts(self) -> Iterator[tuple[Measure, Effort]]:
        for measure in self.measures:
            for effort in measure.efforts:
                yield measure, effort

    def listings(self) -> Iterator[Listing]:
        for _, effort in self.efforts():
            yield from effort.listings

    @property
    def counts(self) -> dict[str, int]:
        """Measures, efforts, programmes, and listings that repeat a programme."""
        return {
            "measures": len(self.measures),
            "efforts": sum(1 for _ in self.efforts()),
            "programmes": len(self.programmes),
            "relisted": sum(listing.relisted for listing in self.listings()),
        }
