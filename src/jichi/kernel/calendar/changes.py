"""What changes a period that is running: it is paused while something is awaited, or it is extended.

A provision that stops a period says 「当該補正に要した日数は、当該期間に算入しない」. We count the days after the day
on which the correction was asked for, up to and including the day on which it arrived: the day of asking
is still one of the period (民法第140条 by analogy), and each day is counted or left out once.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from .civil_code import Unit, last_day_of_count
from .reckoning import CIVIL_CODE_140_PROVISO, Reckoning, Rule, Step

_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Pause:
    """The period did not run after ``since``, the day something was asked for, until ``until``, when it came.

    Raises: ValueError when it came before it was asked for.
    """

    since: date
    until: date
    basis: str = ""

    def __post_init__(self) -> None:
        if self.until < self.since:
            raise ValueError(f"a pause of {self.since} does not end on {self.until}")

    @property
    def days(self) -> int:
        """The days that are not counted."""
        return (self.until - self.since).days


@dataclass(frozen=True, kw_only=True)
class Extension:
    """The period was made longer on ``since``; it goes on from its last day, closed or not.

    Raises: ValueError for a length below 1.
    """

    since: date
    length: int
    unit: Unit
    basis: str = ""

    def __post_init__(self) -> None:
        if self.length < 1:
            raise ValueError("an extension has a length of at least 1")


Change = Pause | Extension


def changed(
    reckoning: Reckoning, changes: Iterable[Change], *, roll: Callable[[Reckoning], Reckoning]
) -> Reckoning:
    """The last day after each change in turn, the oldest first, before it moves off a closed day.

    ``roll`` moves it: a period that was paused on the open day to which it had moved goes on from there.
    """
    for change in sorted(changes, key=lambda change: change.since):
        if isinstance(change, Extension):
            reckoning = extended(reckoning, change)
        else:
            reckoning = paused(reckoning if change.since <= reckoning.day else roll(reckoning), change)
    return reckoning


def paused(reckoning: Reckoning, pause: Pause) -> Reckoning:
    last = reckoning.day + timedelta(days=pause.days)
    return reckoning.then(
        Step(pause.since, Rule.PAUSED, pause.basis),
        Step(pause.until, Rule.RESUMED, pause.basis),
        Step(last, Rule.DAYS_NOT_COUNTED, pause.basis),
    )


def extended(reckoning: Reckoning, extension: Extension) -> Reckoning:
    """The extension begins at midnight after the last day, so that its first day counts (民法第140条ただし書)."""
    first = reckoning.day + _DAY
    return reckoning.then(
        Step(extension.since, Rule.EXTENDED, extension.basis),
        Step(first, Rule.COUNTED_ON, CIVIL_CODE_140_PROVISO),
        last_day_of_count(first=first, length=extension.length, unit=extension.unit),
    )
