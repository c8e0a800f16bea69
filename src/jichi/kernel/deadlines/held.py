"""A clock held for the rest of the running action."""

from jichi.kernel.actions.action import acting
from jichi.kernel.ledger.lock import lock

from .models import OPEN, Deadline


class NotOpen(ValueError):
    """A programming error: the clock was met or cancelled before."""


def held_open(deadline: Deadline) -> Deadline:
    """The clock as it stands now, held until the action ends.

    Raises: NotOpen; LeftNoTrace outside an action.
    """
    acting()
    found = lock(Deadline.objects.filter(pk=deadline.pk, state__in=OPEN)).first()
    if found is None:
        raise NotOpen(f"{deadline.kind} of {deadline.subject} is closed already.")
    return found


def stream_of(deadline: Deadline) -> str:
    """The stream of the record that the clock is about."""
    return deadline.started_by.stream.name
