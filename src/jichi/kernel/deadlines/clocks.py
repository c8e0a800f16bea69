"""Start, meet and cancel a clock. Called by a domain inside its action; the event joins the record's stream."""

from datetime import date

from jichi.kernel.actions.action import acting, record
from jichi.kernel.calendar import ClosedDays
from jichi.kernel.ledger.models import Event

from .changes import end_pause
from .duty import Duty
from .events import DeadlineCancelled, DeadlineMet, DeadlineStarted
from .held import NotOpen, held_open, stream_of
from .models import Deadline, State
from .reckoned import Rule, columns_of, keep, reckon
from .working_days import WORKING_DAYS

__all__ = ["Duty", "NotOpen", "Rule", "cancel", "meet", "start", "stream_of"]


def start(
    *, duty: Duty, rule: Rule, from_day: date, because: Event, closed: ClosedDays = WORKING_DAYS
) -> Deadline:
    """Set a clock running on a record.

    `because` is the event that starts it, `from_day` its day (for `Backwards` the day counted back from).

    Ledger: deadlines.deadline.started, on the stream of that event
    Raises: LeftNoTrace outside an action; IntegrityError when one of the kind is open for the record.
    """
    acting()
    reckoning = reckon(rule, from_day, closed)
    deadline = Deadline.objects.create(
        **duty.columns(), **columns_of(rule), started_by=because, started_on=from_day, due_on=reckoning.day
    )
    keep(deadline, reckoning)
    happened = DeadlineStarted(
        kind=duty.kind,
        subject=duty.subject,
        owner=duty.owner.code,
        started_on=from_day,
        due_on=reckoning.day,
    )
    record(happened, stream=because.stream.name, basis=rule.basis)
    return deadline


def meet(*, deadline: Deadline, on: date) -> Deadline:
    """The duty was done on this day, in time or late. What was done while the clock stood still is in time.

    Ledger: deadlines.deadline.met (before it deadlines.deadline.resumed where it was paused)
    Raises: NotOpen; LeftNoTrace outside an action.
    """
    open_one = close(deadline, State.MET, on=on)
    happened = DeadlineMet(kind=open_one.kind, subject=open_one.subject, due_on=open_one.due_on, on=on)
    record(happened, stream=stream_of(open_one), basis=open_one.basis)
    return open_one


def cancel(*, deadline: Deadline, on: date, because: str) -> Deadline:
    """The duty fell away.

    Ledger: deadlines.deadline.cancelled (before it deadlines.deadline.resumed where it was paused)
    Raises: NotOpen; LeftNoTrace outside an action.
    """
    open_one = close(deadline, State.CANCELLED, on=on, because=because)
    happened = DeadlineCancelled(
        kind=open_one.kind, subject=open_one.subject, due_on=open_one.due_on, because=because
    )
    record(happened, stream=stream_of(open_one), basis=open_one.basis)
    return open_one


def close(deadline: Deadline, state: State, *, on: date, because: str = "") -> Deadline:
    found = held_open(deadline)
    if found.is_paused:
        end_pause(found, on=on)
    found.state, found.closed_on, found.cancelled_because = state, on, because
    found.save()
    return found
