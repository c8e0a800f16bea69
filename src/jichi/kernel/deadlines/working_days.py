"""The working calendar of the city: its closed days as the law of each day gives them."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from jichi.kernel.calendar import ClosedDays, Closure, YearlyClosure
from jichi.kernel.law.book import Confidence, Dated, LegalValue
from jichi.kernel.law.shelf import law
from jichi.kernel.law.units import MonthDay

WEEKDAYS = LegalValue("calendar.closed_weekdays", frozenset)
HOLIDAYS = LegalValue("calendar.holidays_closed", bool)
YEAR_END_FIRST = LegalValue("calendar.year_end_first", MonthDay)
YEAR_END_LAST = LegalValue("calendar.year_end_last", MonthDay)
LAW: tuple[LegalValue[Any], ...] = (WEEKDAYS, HOLIDAYS, YEAR_END_FIRST, YEAR_END_LAST)
YEAR_END = "年末年始"


@dataclass(frozen=True, kw_only=True)
class WorkingDays(ClosedDays):
    """Closed days for reckoning legal periods, each day by the ordinance in force on it.

    Openings that one office adds (second Saturdays) are no part of them: a period is not shortened by them.

    Law: 地方自治法第4条の2; the city's own values stand in `law/calendar.toml`.
    Raises: NotInForce before the first known law; NotKnown where the city has not filled them in.
    """

    yearly: tuple[YearlyClosure, ...] = ()

    def why(self, day: date) -> Closure | None:
        """Why the day is closed by the law of that day, or None."""
        return closed_days(*(law.at(day, key).since for key in LAW)).why(day)


@lru_cache(maxsize=16)
def closed_days(*since: date) -> ClosedDays:
    """The closed days by the rows that began on these days; they change hardly ever."""
    weekdays, holidays, first, last = (law.at(day, key).value for day, key in zip(since, LAW, strict=True))
    year_end = YearlyClosure(name=YEAR_END, first=tuple(first), last=tuple(last))
    return ClosedDays(yearly=(year_end,), weekdays=weekdays, national_holidays=holidays)


def unsure(day: date) -> bool:
    """Whether anything about the closed days of a day is still to be confirmed."""
    rows: list[Dated[Any]] = [law.at(day, key) for key in LAW]
    return any(row.confidence is Confidence.UNCONFIRMED for row in rows)


WORKING_DAYS = WorkingDays()
