"""Living in the city without a break: since when, and for how many months.

Source for not counting the day of the notification: the city's election page of 2025-07-20, by which a move
notified on 2 April made three months with 2 July.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

_DAY = timedelta(days=1)


@dataclass(frozen=True, order=True, kw_only=True)
class Stay:
    """From the day on which a person came to the day on which they left; ``left`` None: still here.

    Raises: ValueError when they left before they came.
    """

    came: date
    left: date | None = None

    def __post_init__(self) -> None:
        if self.left is not None and self.left < self.came:
            raise ValueError(f"nobody leaves on {self.left} who came on {self.came}")

    def __contains__(self, day: date) -> bool:
        return self.came <= day and (self.left is None or day <= self.left)


def continuous_since(stays: Iterable[Stay], *, on: date) -> date | None:
    """Since when a person has lived here without a break up to a day; None if not here on that day.

    Stays join when one begins on the day the other ends or on the next: a move between wards is no break.
    Stays that begin later do not count.
    """
    since = None
    for stay in sorted(stays, key=lambda stay: stay.came, reverse=True):
        reaches = on if since is None else since - _DAY
        if stay.came <= on and (stay.left is None or stay.left >= reaches):
            since = stay.came
    return since


def months_complete(*, since: date, on: date) -> int:
    """Whole months of residence with the end of a day, the first day not counted.

    Law: 民法第140条, 第143条.
    Raises: ValueError when ``on`` is before ``since``.
    """
    if on < since:
        raise ValueError(f"residence since {since} has no length on {on}")
    first, morrow = since + _DAY, on + _DAY
    months = (morrow.year - first.year) * 12 + morrow.month - first.month
    return months - (morrow.day < first.day)
