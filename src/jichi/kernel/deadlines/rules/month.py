"""A month as a wall calendar shows it: weeks from Sunday to Saturday. Pure."""

from calendar import SUNDAY, Calendar
from dataclasses import dataclass
from datetime import date, timedelta

_WEEKS = Calendar(firstweekday=SUNDAY)


@dataclass(frozen=True, order=True)
class Month:
    """A month of a year."""

    year: int
    month: int

    @classmethod
    def of(cls, day: date) -> "Month":
        return cls(day.year, day.month)

    @classmethod
    def read(cls, text: str) -> "Month | None":
        """``2012-07``; None for anything else."""
        try:
            return cls.of(date.fromisoformat(f"{text}-01"))
        except ValueError:
            return None

    @property
    def first(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def before(self) -> "Month":
        return Month.of(self.first - timedelta(days=1))

    @property
    def after(self) -> "Month":
        return Month.of(self.first + timedelta(days=31))

    def weeks(self) -> list[list[date]]:
        """The weeks of the month, filled up with days of its neighbours.

        Raises: ValueError at the two ends of the calendar, where a neighbour has no days.
        """
        return _WEEKS.monthdatescalendar(self.year, self.month)

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"
