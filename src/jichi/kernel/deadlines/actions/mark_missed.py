"""Put on record that a last day passed."""

from datetime import date

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.ledger.lock import lock

from ..clocks import stream_of
from ..events import DeadlineMissed
from ..models import Deadline, State
from ..permissions import May
from ..queries import just_missed

# In one transaction: on SQLite nobody else writes meanwhile.
MOST_AT_ONCE = 200


@action(needs=May.KEEP_CLOCKS)
def mark_missed(*, actor: Actor, on: date) -> int:
    """Record running clocks whose last day lies before this day as missed, the oldest first; answers how many.

    After a bad night it is called again until none is left.

    Ledger: deadlines.deadline.missed, on the stream of each record
    """
    held = [deadline.pk for deadline in lock(just_missed(on)[:MOST_AT_ONCE])]
    missed = Deadline.objects.filter(pk__in=held).select_related("owner", "started_by__stream")
    for deadline in missed.order_by("due_on", "pk"):
        happened = DeadlineMissed(
            kind=deadline.kind, subject=deadline.subject, owner=deadline.owner.code, due_on=deadline.due_on
        )
        record(happened, stream=stream_of(deadline), basis=deadline.basis)
    Deadline.objects.filter(pk__in=held).update(state=State.MISSED)
    return len(held)
