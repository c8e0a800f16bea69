"""Days from one to another, both counted, as people say 4月1日から3月31日まで."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

_DAY = timedelta(days=1)


@dataclass(frozen=True, order=True, kw_only=True)
class DaySpan:
    """At least one day; ``first`` and ``last`` both belong to it.

    Raises: ValueError when it would end before it begins.
    """

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a span cannot end on {self.last}, before its first day {self.first}")

    @classmethod
    def between(cls, *, after: date, before: date) -> Self:
        """The days that lie between two days, neither of them counted.

        Example: early voting runs from the day after the notice to the day before the vote.
        """
        return cls(first=after + _DAY, last=before - _DAY)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __len__(self) -> int:
        return (self.last - self.first).days + 1

    def __iter__(self) -> Iterator[date]:
        return (self.first + timedelta(days=n) for n in range(len(self)))

    def overlaps(self, other: Self) -> bool:
        """Whether any day belongs to both."""
        return self.first <= other.last and other.first <= self.last

    def common(self, other: Self) -> Self | None:
        """The days that belong to both, or None."""
        if not self.overlaps(other):
            return None
        return type(self)(first=max(self.first, other.first), last=min(self.last, other.last))
