"""What the record says about clocks. Each stands on the stream of the record that the clock is about."""

from datetime import date

from jichi.kernel.ledger.event import event


@event("deadlines.deadline.started")
class DeadlineStarted:
    kind: str
    subject: str
    owner: str
    started_on: date
    due_on: date


@event("deadlines.deadline.met")
class DeadlineMet:
    kind: str
    subject: str
    due_on: date
    on: date


@event("deadlines.deadline.missed")
class DeadlineMissed:
    kind: str
    subject: str
    owner: str
    due_on: date


@event("deadlines.deadline.cancelled")
class DeadlineCancelled:
    kind: str
    subject: str
    due_on: date
    because: str


@event("deadlines.owners.reminded")
class OwnersReminded:
    """One day's reminders; they are no acts of their own, so one event stands for all."""

    on: date
    deadlines: int
    people: int
