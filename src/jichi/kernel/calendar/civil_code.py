"""Where a count of days, weeks, months or years ends, forwards and backwards.

Law: 民法第141条, 第143条. The Code knows only counting forwards; backwards it is applied by analogy
(大審院 1931-05-02), in mirror image.
"""

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum

from .reckoning import (
    CIVIL_CODE_141,
    CIVIL_CODE_143,
    CIVIL_CODE_143_1,
    CIVIL_CODE_143_2,
    CIVIL_CODE_143_2_PROVISO,
    Rule,
    Step,
)

_DAY = timedelta(days=1)


class Unit(StrEnum):
    """What a period is measured in; a month and a year go by the calendar, not by 30 or 365 days."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


def last_day_of_count(*, first: date, length: int, unit: Unit) -> Step:
    """The day with whose end a count expires, its first day counted.

    Law: 民法第141条; 第143条第2項: the day before the corresponding day, or the end of the last month
    when that month has none. A count from the 1st of a month takes whole months (第143条第1項).
    """
    if unit is Unit.DAY:
        return Step(first + timedelta(days=length - 1), Rule.LAST_OF_THE_DAYS, CIVIL_CODE_141)
    if unit is Unit.WEEK:
        # Every week has the corresponding day, so the calendar and seven days at a time agree.
        return Step(first + timedelta(weeks=length) - _DAY, Rule.LAST_OF_THE_WEEKS, CIVIL_CODE_143)
    year, month = _month_away(first, length * _MONTHS_IN[unit])
    days_in_month = monthrange(year, month)[1]
    if first.day > days_in_month:
        return Step(date(year, month, days_in_month), Rule.NO_CORRESPONDING_DAY, CIVIL_CODE_143_2_PROVISO)
    last = date(year, month, first.day) - _DAY
    if first.day == 1:
        return Step(last, Rule.END_OF_CALENDAR, CIVIL_CODE_143_1)
    return Step(last, Rule.DAY_BEFORE_CORRESPONDING, CIVIL_CODE_143_2)


def first_day_of_count_back(*, last: date, length: int, unit: Unit) -> Step:
    """The day with whose start a count backwards expires, the day it is counted from included.

    The mirror image of ``last_day_of_count``: the day after the corresponding day; from the last
    day of a month, whole months. Where the month has no corresponding day we take the 1st of the
    next: the letter of the proviso (the month's end) would give a later event an earlier limit.
    """
    if unit is Unit.DAY:
        return Step(last - timedelta(days=length - 1), Rule.FIRST_OF_THE_DAYS, CIVIL_CODE_141)
    if unit is Unit.WEEK:
        return Step(last - timedelta(weeks=length) + _DAY, Rule.FIRST_OF_THE_WEEKS, CIVIL_CODE_143)
    if (last + _DAY).day == 1:
        year, month = _month_away(last + _DAY, -length * _MONTHS_IN[unit])
        return Step(date(year, month, 1), Rule.START_OF_CALENDAR, CIVIL_CODE_143_1)
    year, month = _month_away(last, -length * _MONTHS_IN[unit])
    days_in_month = monthrange(year, month)[1]
    if last.day > days_in_month:
        first = date(year, month, days_in_month) + _DAY
        return Step(first, Rule.NO_CORRESPONDING_DAY_BACK, CIVIL_CODE_143_2_PROVISO)
    return Step(date(year, month, last.day) + _DAY, Rule.DAY_AFTER_CORRESPONDING, CIVIL_CODE_143_2)


_MONTHS_IN = {Unit.MONTH: 1, Unit.YEAR: 12}


def _month_away(day: date, months: int) -> tuple[int, int]:
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return years, month + 1
