"""Moving a limit off a closed day, where the provision says so and only there.

Law: 民法第142条 for dealings that custom does not do on holidays; 地方自治法第4条の2第4項 for filings with
the city whose period is set by an Act or an order under one. A period set by the city's own ordinance
rolls only if that ordinance says so; a period counted backwards does not roll by either provision.
"""

from datetime import date, timedelta
from enum import StrEnum

from .closed_days import ClosedDays
from .reckoning import Reckoning, Rule, Step

_DAY = timedelta(days=1)


class Roll(StrEnum):
    """What becomes of a limit that falls on a closed day."""

    NONE = "none"
    NEXT_OPEN = "next_open"
    PREVIOUS_OPEN = "previous_open"


_STRIDES = {
    Roll.NEXT_OPEN: (_DAY, Rule.ROLLED_FORWARD),
    Roll.PREVIOUS_OPEN: (-_DAY, Rule.ROLLED_BACK),
}


def require_roll_basis(*, roll: Roll, basis: str) -> None:
    """A limit rolls only by a provision, and whoever says that it rolls cites it.

    Raises: ValueError.
    """
    if roll is not Roll.NONE and not basis:
        raise ValueError("a limit that rolls needs the provision by which it does")


def rolled(reckoning: Reckoning, *, roll: Roll, basis: str, closed: ClosedDays | None) -> Reckoning:
    """The reckoning, moved to an open day if it ended on a closed one; each closed day is a step.

    Raises: ValueError when it has to roll and no closed days were given; NoOpenDay.
    """
    if roll is Roll.NONE:
        return reckoning
    if closed is None:
        raise ValueError("a limit that rolls is reckoned with closed days")
    stride, rule = _STRIDES[roll]
    target = _open_day(reckoning.day, roll=roll, closed=closed)
    passed = _closed_steps(reckoning.day, target, stride=stride, closed=closed)
    return reckoning.then(*passed, Step(target, rule, basis)) if passed else reckoning


def _open_day(day: date, *, roll: Roll, closed: ClosedDays) -> date:
    return closed.next_open_day(day) if roll is Roll.NEXT_OPEN else closed.previous_open_day(day)


def _closed_steps(day: date, target: date, *, stride: timedelta, closed: ClosedDays) -> list[Step]:
    steps = []
    while day != target:
        if closure := closed.why(day):
            steps.append(Step(day, closure.reason, closure.name))
        day += stride
    return steps
