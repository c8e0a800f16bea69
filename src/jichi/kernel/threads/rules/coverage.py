"""Of how many voices something came, with what is too small to be told left out. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

# Fewer voices than this in a row may tell who spoke: the usual bound of official statistics for small cells.
SMALL = 5


@dataclass(frozen=True, kw_only=True)
class Tally:
    """One row: how many voices came, how many reached each stage, and after how many days they were replied to."""

    key: str
    voices: int
    replied: int = 0
    decided: int = 0
    changed: int = 0
    resulted: int = 0
    days: Mapping[int, int] = field(default_factory=dict)

    @property
    def median_days(self) -> float | None:
        return median_of(self.days)

    @property
    def reached(self) -> tuple[int, int, int, int]:
        return self.replied, self.decided, self.changed, self.resulted


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A row as it is published: without numbers where they are withheld."""

    key: str
    tally: Tally | None


def median_of(days: Mapping[int, int]) -> float | None:
    """The median of numbers of days, each with how often it occurred; None without any."""
    total = sum(days.values())
    if not total:
        return None
    low, high = (total - 1) // 2, total // 2
    return (nth(days, low) + nth(days, high)) / 2


def nth(days: Mapping[int, int], place: int) -> int:
    """The number that stands at this place, counted from 0, when all are in order."""
    passed = 0
    for number in sorted(days):
        passed += days[number]
        if passed > place:
            return number
    raise IndexError(place)


def withheld(rows: Sequence[Tally]) -> list[Shown]:
    """The rows, without those that are too small to be told.

    A single withheld row could be reckoned from the total: then the next smallest is withheld with it,
    until what is left out together is not small either.
    """
    hidden = {row.key for row in rows if 0 < row.voices < SMALL}
    rest = sorted((row for row in rows if row.voices >= SMALL), key=lambda row: (row.voices, row.key))
    while hidden and rest and is_tellable(rows, hidden):
        hidden.add(rest.pop(0).key)
    return [Shown(key=row.key, tally=None if row.key in hidden else row) for row in rows]


def is_tellable(rows: Iterable[Tally], hidden: set[str]) -> bool:
    """Whether what is left out is still small when the total is known."""
    return sum(row.voices for row in rows if row.key in hidden) < SMALL
