"""Start, meet and cancel a clock. Called by a domain inside its action; the event joins the record's stream."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from jichi.kernel.actions.action import acting, record
from jichi.kernel.calendar import Backwards, ClosedDays, Period, Reckoning
from jichi.kernel.ledger.lock import lock
from jichi.kernel.ledger.models import Event
from jichi.kernel.places.models import Section

from .events import DeadlineCancelled, DeadlineMet, DeadlineStarted
from .models import OPEN, Deadline, ReckoningStep, State
from .rules.fixed import FixedDay

Rule = Period | Backwards | FixedDay


class NotOpen(ValueError):
    """A programming error: the clock was met or cancelled before."""


@dataclass(frozen=True, kw_only=True)
class Duty:
    """What is owed, by whom, and what happens when it is not done; `kind` is the domain's name for it."""

    kind: str
    subject: str
    title: str
    url: str
    owner: Section
    consequence: str = ""
    remind_before: int = 7


def start(
    *, duty: Duty, rule: Rule, from_day: date, because: Event, closed: ClosedDays | None = None
) -> Deadline:
    """Set a clock running on a record.

    `because` is the event that starts it, `from_day` its day (for `Backwards` the day counted back from).

    Ledger: deadlines.deadline.started, on the stream of that event
    Raises: LeftNoTrace outside an action; IntegrityError when one of the kind is open for the record.
    """
    acting()
    reckoning = reckon(rule, from_day, closed)
    deadline = Deadline.objects.create(
        **vars(duty),
        **length_of(rule),
        basis=rule.basis,
        started_by=because,
        started_on=from_day,
        due_on=reckoning.day,
    )
    keep_steps(deadline, reckoning)
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
    """The duty was done on this day, in time or late.

    Ledger: deadlines.deadline.met
    Raises: NotOpen; LeftNoTrace outside an action.
    """
    open_one = close(deadline, State.MET, on=on)
    happened = DeadlineMet(kind=open_one.kind, subject=open_one.subject, due_on=open_one.due_on, on=on)
    record(happened, stream=stream_of(open_one), basis=open_one.basis)
    return open_one


def cancel(*, deadline: Deadline, on: date, because: str) -> Deadline:
    """The duty fell away.

    Ledger: deadlines.deadline.cancelled
    Raises: NotOpen; LeftNoTrace outside an action.
    """
    open_one = close(deadline, State.CANCELLED, on=on, because=because)
    happened = DeadlineCancelled(
        kind=open_one.kind, subject=open_one.subject, due_on=open_one.due_on, because=because
    )
    record(happened, stream=stream_of(open_one), basis=open_one.basis)
    return open_one


def close(deadline: Deadline, state: State, *, on: date, because: str = "") -> Deadline:
    acting()
    found = lock(Deadline.objects.filter(pk=deadline.pk, state__in=OPEN)).first()
    if found is None:
        raise NotOpen(f"{deadline.kind} of {deadline.subject} is closed already.")
    found.state, found.closed_on, found.cancelled_because = state, on, because
    found.save(update_fields=["state", "closed_on", "cancelled_because"])
    return found


def stream_of(deadline: Deadline) -> str:
    """The stream of the record that the clock is about."""
    return deadline.started_by.stream.name


def reckon(rule: Rule, from_day: date, closed: ClosedDays | None) -> Reckoning:
    match rule:
        case Period():
            return rule.last_day(from_day, closed=closed)
        case Backwards():
            return rule.latest_day(from_day, closed=closed)
        case FixedDay():
            return rule.reckoning()


def length_of(rule: Rule) -> dict[str, Any]:
    if isinstance(rule, FixedDay):
        return {}
    return {"length": rule.length, "unit": rule.unit.value, "backwards": isinstance(rule, Backwards)}


def keep_steps(deadline: Deadline, reckoning: Reckoning) -> None:
    ReckoningStep.objects.bulk_create(
        ReckoningStep(
            deadline=deadline, position=position, day=step.day, rule_code=step.rule_code, basis=step.basis
        )
        for position, step in enumerate(reckoning.steps, start=1)
    )
