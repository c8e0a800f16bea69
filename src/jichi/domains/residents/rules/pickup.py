"""Where and until when a certificate asked for from home is fetched, and when offices are open. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from jichi.kernel.law.book import LegalValue

PICKUP_DAYS = LegalValue("residents.pickup_days", int, unit="days")
PICKUP_OFFICES = LegalValue("residents.pickup_offices", tuple)
CORNER_OPENS = LegalValue("residents.corner_opens", time)
CORNER_CLOSES = LegalValue("residents.corner_closes", time)
WEEKDAY_OPENS = LegalValue("counters.weekday_opens", time)
WEEKDAY_CLOSES = LegalValue("counters.weekday_closes", time)
SATURDAY_OPENS = LegalValue("counters.saturday_opens", time)
SATURDAY_CLOSES = LegalValue("counters.saturday_closes", time)
SATURDAYS = LegalValue("counters.saturday_weeks", tuple)
FIRST_OF_APRIL = LegalValue("counters.first_saturday_of_april_open", bool)
WEEKS = ("first", "second", "third", "fourth", "fifth")
SATURDAY, APRIL = 5, 4


@dataclass(frozen=True, kw_only=True)
class OpeningDay:
    """A day on which an office is open, from when to when; None where nobody knows its hours."""

    day: date
    opens: time | None
    closes: time | None


def is_open_saturday(day: date, *, weeks: Sequence[str], first_of_april: bool) -> bool:
    """Whether ward offices open on this Saturday: by its number in the month, and on the first of April's."""
    if day.weekday() != SATURDAY:
        return False
    week = WEEKS[(day.day - 1) // 7]
    return week in weeks or (first_of_april and day.month == APRIL and week == "first")
