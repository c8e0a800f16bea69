"""Which clocks run, and for whom."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.policy import may, may_somewhere
from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.places.models import Section

from .models import OPEN, Deadline, State
from .permissions import May, rows_for
from .rules.reminders import latest_reminder


def open_deadline(*, kind: str, subject: str) -> Deadline | None:
    """The clock of this kind that is open for a record; for the domain that started it."""
    return Deadline.objects.filter(kind=kind, subject=subject, state__in=OPEN).first()


def open_deadlines() -> QuerySet[Deadline]:
    """All open clocks, soonest first."""
    rows = Deadline.objects.filter(state__in=OPEN).select_related("owner__bureau")
    return rows.order_by("due_on", "pk")


def due_for(actor: Actor, on: date) -> QuerySet[Deadline]:
    """The open clocks that are the actor's own work on a day, soonest first."""
    return open_deadlines().filter(rows_for(actor, May.OWE), started_on__lte=on)


def seen_by(actor: Actor) -> QuerySet[Deadline]:
    """The open clocks that the actor may see, soonest first.

    Raises: NotThere for who may see none.
    """
    if not may_somewhere(actor, May.SEE_DEADLINES):
        raise NotThere
    return open_deadlines().filter(rows_for(actor, May.SEE_DEADLINES))


def overdue(actor: Actor, on: date) -> QuerySet[Deadline]:
    """The open clocks whose last day has passed, the longest overdue first."""
    return seen_by(actor).filter(due_on__lt=on)


def deadline_for(actor: Actor, public_id: UUID) -> Deadline:
    """A clock, open or closed, with its steps.

    Raises: NotThere.
    """
    rows = Deadline.objects.filter(rows_for(actor, May.SEE_DEADLINES), public_id=public_id)
    found = rows.select_related("owner__bureau", "started_by").prefetch_related("steps").first()
    if found is None:
        raise NotThere
    return found


def section_for(actor: Actor, code: str) -> Section:
    """A section whose clocks the actor may see.

    Raises: NotThere.
    """
    section = Section.objects.select_related("bureau").filter(code=code).first()
    if section is None or not may(actor, May.SEE_DEADLINES, Deadline(owner=section).scope):
        raise NotThere
    return section


def just_missed(on: date) -> QuerySet[Deadline]:
    """Running clocks whose last day has passed."""
    return Deadline.objects.filter(state=State.RUNNING, due_on__lt=on).order_by("due_on", "pk")


def to_remind(on: date) -> list[tuple[Deadline, date]]:
    """The open clocks whose owners have a reminder coming, each with the day it was due."""
    found = []
    for deadline in open_deadlines().filter(started_on__lte=on):
        day = latest_reminder(
            due=deadline.due_on, before=deadline.remind_before, since=deadline.started_on, on=on
        )
        if day and (deadline.reminded_for is None or deadline.reminded_for < day):
            found.append((deadline, day))
    return found
