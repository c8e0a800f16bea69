"""What the record says about clocks. Each stands on the stream of the record that the clock is about."""

from datetime import date

from jichi.kernel.ledger.event import Personal, event
from jichi.kernel.values.fault import gettext_noop as _


@event("deadlines.deadline.started", label=_("期限が始まった"))
class DeadlineStarted:
    kind: str
    subject: str
    owner: str
    started_on: date
    due_on: date


@event("deadlines.deadline.paused", label=_("期限を止めた"))
class DeadlinePaused:
    """The reason may tell of a person, and can be erased; what the provision awaits is public."""

    kind: str
    subject: str
    on: date
    awaits: str
    because: Personal


@event("deadlines.deadline.resumed", label=_("期限がまた動き始めた"))
class DeadlineResumed:
    """Units: days_not_counted in days."""

    kind: str
    subject: str
    paused_on: date
    on: date
    days_not_counted: int
    due_on: date


@event("deadlines.deadline.extended", label=_("期限を延ばした"))
class DeadlineExtended:
    kind: str
    subject: str
    on: date
    length: int
    unit: str
    before: date
    due_on: date
    because: Personal


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
    """Reminders of a day; they are no acts of their own, so one event stands for many."""

    on: date
    deadlines: int
    people: int


@event("deadlines.calendar_address.made", label=_("課のカレンダーのアドレスをつくった"))
class CalendarAddressMade:
    """Whose it is stands in no public field: a person of the section has one, that is all."""

    section: str
    replaced: bool


@event("deadlines.calendar_address.revoked", label=_("課のカレンダーのアドレスを使えなくした"))
class CalendarAddressRevoked:
    section: str
