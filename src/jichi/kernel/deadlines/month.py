"""The clocks of a month, day by day."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from .models import Deadline
from .rules.month import Month
from .words import step_in_words
from .working_days import WORKING_DAYS


@dataclass(frozen=True, kw_only=True)
class DayOfMonth:
    """A day with the clocks that end on it; `closed` says why the city is closed."""

    day: date
    is_in_month: bool
    is_today: bool
    closed: str
    deadlines: list[Deadline]


def days_of(month: Month, deadlines: Iterable[Deadline], *, today: date) -> list[list[DayOfMonth]]:
    """The weeks of a month with what ends on each day."""
    by_day = defaultdict(list)
    for deadline in deadlines:
        by_day[deadline.due_on].append(deadline)
    return [
        [
            DayOfMonth(
                day=day,
                is_in_month=Month.of(day) == month,
                is_today=day == today,
                closed=why_closed(day),
                deadlines=by_day[day],
            )
            for day in week
        ]
        for week in month.weeks()
    ]


def why_closed(day: date) -> str:
    closure = WORKING_DAYS.why(day)
    return (closure.name or step_in_words(closure.reason)) if closure else ""
