"""Legal periods that run forwards from an event and explain how their last day was found."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from .changes import Change, changed
from .civil_code import Unit, last_day_of_count
from .closed_days import ClosedDays
from .length import Length
from .reckoning import CIVIL_CODE_140, Reckoning, Rule, Step
from .rolling import rolled

_DAY = timedelta(days=1)
_MOST_DAYS_IN = {Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 31, Unit.YEAR: 366}


@dataclass(frozen=True, kw_only=True)
class Period(Length):
    """Sixty days, three months: a length of time that a provision sets running from an event.

    The day of the event is not counted (初日不算入) unless the provision says so: 起算して, or the period
    begins at midnight.

    Law: 民法第140条 to 第143条, which govern public law too where it has no rule of its own (第138条).
    """

    first_day_counts: bool = False

    def last_day(
        self, start: date, *, closed: ClosedDays | None = None, changes: Iterable[Change] = ()
    ) -> Reckoning:
        """The last day of the period, as 「60日以内」 means it: the act is in time on that day.

        Raises: ValueError when the period rolls and ``closed`` is missing.
        """
        roll = partial(rolled, roll=self.roll, basis=self.roll_basis, closed=closed)
        return roll(changed(self.counted(start), changes, roll=roll))

    def counted(self, start: date) -> Reckoning:
        """The last day as it is counted, before it moves off a closed day."""
        event = Step(start, Rule.EVENT, self.basis)
        first = self._first_counted(start)
        last = last_day_of_count(first=first.day, length=self.length, unit=self.unit)
        return Reckoning((event, first, last))

    def elapsed_day(self, start: date, *, closed: ClosedDays | None = None) -> Reckoning:
        """The first day after the period, 「60日を経過した日」."""
        reckoning = self.last_day(start, closed=closed)
        return reckoning.then(Step(reckoning.day + _DAY, Rule.ELAPSED, self.basis))

    def is_complete(self, *, start: date, on: date) -> bool:
        """Whether the period has run in full with the end of ``on``: 「3箇月以上」 by that day."""
        return self._unrolled(start) <= on

    def is_exceeded(self, *, start: date, on: date) -> bool:
        """Whether ``on`` lies after the period: 「3年を超える」, 「4箇月を経過した」 on that day."""
        return self._unrolled(start) < on

    def latest_start(self, *, on: date) -> date:
        """The latest event whose period is complete on a day, as 「4月2日までに転入した方」 says it.

        Several days may share a last day at a month's end; this is the latest of them.
        """
        reach = self.length * _MOST_DAYS_IN[self.unit] + 1
        earliest = on.toordinal() - reach
        starts = range(earliest, on.toordinal() + 1)
        complete = bisect_right(starts, on, key=lambda start: self._unrolled(date.fromordinal(start)))
        return date.fromordinal(earliest + complete - 1)

    def _first_counted(self, start: date) -> Step:
        if self.first_day_counts:
            return Step(start, Rule.FIRST_DAY_COUNTED, self.basis)
        return Step(start + _DAY, Rule.FIRST_DAY_NOT_COUNTED, CIVIL_CODE_140)

    def _unrolled(self, start: date) -> date:
        """A closed day postpones a filing, never a fact such as having lived here for three months."""
        first = self._first_counted(start).day
        return last_day_of_count(first=first, length=self.length, unit=self.unit).day
