"""The clocks of a month, day by day."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from .models import Deadline
from .rules.month import Month
from .working_days import WORKING_DAYS

MOST_OF_A_DAY = 5


@dataclass(frozen=True, kw_only=True)
class DayOfMonth:
    """A day with the first clocks that end on it, and how many `more` there are.

    `why` names a holiday and is empty for a weekend.
    """

    day: date
    is_in_month: bool
    is_today: bool
    is_closed: bool
    why: str
    deadlines: list[Deadline]
    more: int


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
                is_closed=(closure := WORKING_DAYS.why(day)) is not None,
                why=closure.name if closure else "",
                deadlines=by_day[day][:MOST_OF_A_DAY],
                more=max(0, len(by_day[day]) - MOST_OF_A_DAY),
            )
            for day in week
        ]
        for week in month.weeks()
    ]
