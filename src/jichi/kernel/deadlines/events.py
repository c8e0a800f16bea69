"""What the record says about clocks. Each stands on the stream of the record that the clock is about."""

from datetime import date

from jichi.kernel.ledger.event import event
from jichi.kernel.values.fault import gettext_noop as _


@event("deadlines.deadline.started", label=_("期限が始まった"))
class DeadlineStarted:
    kind: str
    subject: str
    owner: str
    started_on: date
    due_on: date


@event("deadlines.deadline.met", label=_("期限までに終えた"))
class DeadlineMet:
    kind: str
    subject: str
    due_on: date
    on: date


@event("deadlines.deadline.missed", label=_("期限を過ぎた"))
class DeadlineMissed:
    kind: str
    subject: str
    owner: str
    due_on: date


@event("deadlines.deadline.cancelled", label=_("期限がなくなった"))
class DeadlineCancelled:
    kind: str
    subject: str
    due_on: date
    because: str


@event("deadlines.owners.reminded", label=_("期限を知らせた"))
class OwnersReminded:
    """One day's reminders; they are no acts of their own, so one event stands for all."""

    on: date
    deadlines: int
    people: int
