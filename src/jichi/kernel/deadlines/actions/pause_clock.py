"""Stop a period while something is awaited, as its provision allows."""

from datetime import date

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action

from ..changes import pause
from ..models import Deadline
from ..permissions import May


@action(needs=May.PAUSE_CLOCK, within="deadline")
def pause_clock(*, actor: Actor, deadline: Deadline, on: date, because: str) -> Deadline:
    """Stop a period while something is awaited, as its provision allows.

    Ledger: deadlines.deadline.paused, on the stream of the record
    Raises: NoPauseAllowed; NotRunning; DayOutOfReach; ReasonNeeded.
    """
    return pause(deadline=deadline, on=on, because=because)
