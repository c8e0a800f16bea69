"""Let a period run again: what was awaited has come."""

from datetime import date

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action

from ..changes import resume
from ..models import Deadline
from ..permissions import May


@action(needs=May.PAUSE_CLOCK, within="deadline")
def resume_clock(*, actor: Actor, deadline: Deadline, on: date) -> Deadline:
    """Let a period run again: what was awaited has come.

    Ledger: deadlines.deadline.resumed, on the stream of the record
    Raises: NotPaused; NotRunning; DayOutOfReach.
    """
    return resume(deadline=deadline, on=on)
