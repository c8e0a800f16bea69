"""What the indicators alone would say about a grade. Shown beside the form, never filled in."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

# Where "nearly reached" ends and "far" begins is on no sheet that was read: these two are this software's
# own assumption, and every page that shows a suggestion says so.
NEAR = Fraction(5, 100)
FAR = Fraction(20, 100)


@dataclass(frozen=True, kw_only=True)
class Measured:
    """One indicator in one year."""

    name: str
    target: Decimal | None
    actual: Decimal | None
    more_is_better: bool = True


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What one indicator says: how far beyond (+) or short of (-) its target, as a share of the target."""

    measured: Measured
    surplus: Fraction | None
    grade: int | None


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """What all indicators of a programme say; `best` and `worst` are None where none can be compared."""

    readings: tuple[Reading, ...]

    @property
    def grades(self) -> tuple[int, ...]:
        return tuple(sorted(reading.grade for reading in self.readings if reading.grade is not None))

    @property
    def best(self) -> int | None:
        return self.grades[0] if self.grades else None

    @property
    def worst(self) -> int | None:
        return self.grades[-1] if self.grades else None

    def agrees_with(self, grade: int) -> bool:
        """Whether a grade lies within what the indicators say; without any, nothing contradicts it."""
        return self.best is None or self.worst is None or self.best <= grade <= self.worst


def suggestion_of(measured: Iterable[Measured]) -> Suggestion:
    """Read every indicator on its own; they are not averaged, since no rule says how to weigh them."""
    return Suggestion(readings=tuple(reading_of(each) for each in measured))


def reading_of(measured: Measured) -> Reading:
    surplus = surplus_of(measured)
    return Reading(measured=measured, surplus=surplus, grade=None if surplus is None else grade_of(surplus))


def surplus_of(measured: Measured) -> Fraction | None:
    """None without target or actual, and for a target of 0 that was missed: no share can be taken of it."""
    if measured.target is None or measured.actual is None:
        return None
    target, actual = Fraction(measured.target), Fraction(measured.actual)
    beyond = actual - target if measured.more_is_better else target - actual
    if beyond == 0:
        return Fraction(0)
    return beyond / abs(target) if target else None


def grade_of(surplus: Fraction) -> int:
    """The grade for a surplus: 5 % either way is "nearly reached", from 20 % on it is "far"."""
    if abs(surplus) <= NEAR:
        return 3
    if surplus > 0:
        return 1 if surplus >= FAR else 2
    return 5 if surplus <= -FAR else 4
