"""Make a period longer, as its provision allows."""

from datetime import date

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action

from ..changes import extend
from ..models import Deadline
from ..permissions import May


@action(needs=May.EXTEND_CLOCK, within="deadline")
def extend_clock(*, actor: Actor, deadline: Deadline, on: date, length: int, because: str) -> Deadline:
    """Make a period longer, as its provision allows.

    Ledger: deadlines.deadline.extended, on the stream of the record
    Raises: NoExtensionAllowed; NotRunning; DayOutOfReach; TooLong; ReasonNeeded.
    """
    return extend(deadline=deadline, on=on, length=length, because=because)
