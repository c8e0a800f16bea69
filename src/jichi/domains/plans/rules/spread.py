"""How the grades of a year are spread. In FY2010 all 31 programmes of one sheet were graded "3"."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from .grades import ACHIEVEMENTS, MIDDLE

# The house's own measure of "nearly all the same"; the city's rules have none.
CONCENTRATED = Fraction(4, 5)
FEWEST = 5


@dataclass(frozen=True, kw_only=True)
class Spread:
    """How many sheets have each grade, 1 to 5."""

    counts: Mapping[int, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    def share(self, grade: int) -> Fraction:
        """The share of a grade; 0 while nothing is graded."""
        return Fraction(self.counts[grade], self.total) if self.total else Fraction(0)

    @property
    def share_of_middle(self) -> Fraction:
        """The share of "3"."""
        return self.share(MIDDLE)

    @property
    def commonest(self) -> int | None:
        """The grade given most often, the better one of equals; None while nothing is graded."""
        return max(self.counts, key=lambda grade: (self.counts[grade], -grade)) if self.total else None

    @property
    def is_concentrated(self) -> bool:
        """Whether four fifths or more have one grade; a handful of sheets says nothing yet."""
        return (
            self.total >= FEWEST and self.commonest is not None and self.share(self.commonest) >= CONCENTRATED
        )


def spread_of(grades: Iterable[int | None]) -> Spread:
    """Count grades; sheets without one are left out."""
    counted = Counter(grade for grade in grades if grade is not None)
    return Spread(counts={grade: counted[grade] for grade in ACHIEVEMENTS})
