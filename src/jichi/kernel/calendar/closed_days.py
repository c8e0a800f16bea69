"""The days on which the city's offices are closed, and counting by the days on which they are open.

Law: 地方自治法第4条の2. The Act names Saturdays, Sundays and national holidays; the days around new year
are for the city's ordinance to choose, so they have no default here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import islice

from jpholiday import JPHoliday

from jichi.kernel.values import DaySpan

SATURDAY, SUNDAY = 5, 6
_DAY = timedelta(days=1)
_SEARCH_LIMIT = 366
# Our own book of holidays: the library's common one can be changed by anything in the process.
_HOLIDAYS = JPHoliday()


class NoOpenDay(ValueError):
    """A whole year has no open day: the closed days were given wrongly."""


class ClosedBecause(StrEnum):
    """Why a day is closed; the page words it."""

    WEEKDAY = "closed.weekday"
    NATIONAL_HOLIDAY = "closed.national_holiday"
    YEARLY = "closed.yearly"
    BY_NOTICE = "closed.by_notice"


@dataclass(frozen=True, kw_only=True)
class Closure:
    """Why one day is closed; ``name`` is the holiday's or the yearly closure's, else empty."""

    reason: ClosedBecause
    name: str = ""


@dataclass(frozen=True, kw_only=True)
class YearlyClosure:
    """Days closed every year, both ends counted; (12, 29) to (1, 3) runs over the new year."""

    name: str
    first: tuple[int, int]
    last: tuple[int, int]

    def __post_init__(self) -> None:
        for month, day in (self.first, self.last):
            date(2000, month, day)

    def __contains__(self, day: date) -> bool:
        at = (day.month, day.day)
        if self.first <= self.last:
            return self.first <= at <= self.last
        return at >= self.first or at <= self.last


@dataclass(frozen=True, kw_only=True)
class NthWeekday:
    """The second Saturday of every month: ``nth`` from 1, ``weekday`` from Monday = 0."""

    nth: int
    weekday: int

    def __contains__(self, day: date) -> bool:
        return day.weekday() == self.weekday and (day.day - 1) // 7 + 1 == self.nth


@dataclass(frozen=True, kw_only=True)
class ClosedDays:
    """One office's closed days, all of them data.

    ``opened_weekdays`` opens weekdays otherwise closed (a ward office on second Saturdays), but not
    holidays; ``closed_by_notice`` and ``opened_by_notice`` are single days and go before every rule.
    A legal time limit is reckoned with the city's closed days by ordinance, without the openings
    that one office adds.
    """

    yearly: tuple[YearlyClosure, ...]
    weekdays: frozenset[int] = frozenset({SATURDAY, SUNDAY})
    national_holidays: bool = True
    opened_weekdays: frozenset[NthWeekday] = frozenset()
    closed_by_notice: frozenset[date] = frozenset()
    opened_by_notice: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        if twice := self.closed_by_notice & self.opened_by_notice:
            raise ValueError(f"{min(twice)} cannot be both closed and opened by notice")

    def why(self, day: date) -> Closure | None:
        """Why the day is closed, or None when it is open.

        National holidays after next year rest on computed equinoxes: the Cabinet announces each in the
        February before.
        """
        if day in self.opened_by_notice:
            return None
        if day in self.closed_by_notice:
            return Closure(reason=ClosedBecause.BY_NOTICE)
        return self._holiday(day) or self._yearly(day) or self._weekday(day)

    def is_closed(self, day: date) -> bool:
        """Whether the offices are closed on the day."""
        return self.why(day) is not None

    def is_open(self, day: date) -> bool:
        """Whether the offices are open on the day."""
        return self.why(day) is None

    def next_open_day(self, day: date) -> date:
        """The day itself when it is open, otherwise the first open day after it.

        Raises: NoOpenDay.
        """
        return self._first_open(day, _DAY)

    def previous_open_day(self, day: date) -> date:
        """The day itself when it is open, otherwise the last open day before it.

        Raises: NoOpenDay.
        """
        return self._first_open(day, -_DAY)

    def open_day_after(self, day: date, *, count: int) -> date:
        """The ``count``-th open day after a day that is not itself counted: within 5 working days.

        Raises: ValueError below 1; NoOpenDay.
        """
        return self._nth_open(day, count, _DAY)

    def open_day_before(self, day: date, *, count: int) -> date:
        """The ``count``-th open day before a day that is not itself counted.

        Raises: ValueError below 1; NoOpenDay.
        """
        return self._nth_open(day, count, -_DAY)

    def count_open_days(self, span: DaySpan) -> int:
        """How many days of a span are open, its first and last included."""
        return sum(self.is_open(day) for day in span)

    def _holiday(self, day: date) -> Closure | None:
        found = _HOLIDAYS.holidays(day) if self.national_holidays else []
        return Closure(reason=ClosedBecause.NATIONAL_HOLIDAY, name=found[0].name) if found else None

    def _yearly(self, day: date) -> Closure | None:
        names = (closure.name for closure in self.yearly if day in closure)
        name = next(names, None)
        return None if name is None else Closure(reason=ClosedBecause.YEARLY, name=name)

    def _weekday(self, day: date) -> Closure | None:
        if day.weekday() not in self.weekdays or any(day in opened for opened in self.opened_weekdays):
            return None
        return Closure(reason=ClosedBecause.WEEKDAY)

    def _first_open(self, day: date, stride: timedelta) -> date:
        for candidate in islice(_days(day, stride), _SEARCH_LIMIT):
            if self.is_open(candidate):
                return candidate
        raise NoOpenDay(f"no open day within a year of {day}")

    def _nth_open(self, day: date, count: int, stride: timedelta) -> date:
        if count < 1:
            raise ValueError("open days are counted from 1")
        for _ in range(count):
            day = self._first_open(day + stride, stride)
        return day


def _days(day: date, stride: timedelta) -> Iterator[date]:
    while True:
        yield day
        day += stride
