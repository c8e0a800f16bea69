"""Which clocks run, and for whom."""

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.policy import holding, may, may_somewhere
from jichi.kernel.access.queries import actor_for
from jichi.kernel.access.roles import Held
from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.clock.reading import now
from jichi.kernel.places.models import Section

from .models import OPEN, CalendarAddress, Deadline, State
from .permissions import May, owned_within, rows_for
from .rules.reminders import latest_reminder
from .secret import digest_of


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
    gate(actor)
    return open_deadlines().filter(rows_for(actor, May.SEE_DEADLINES))


def gate(actor: Actor) -> None:
    """Raises: NotThere for who may see no clock anywhere."""
    if not may_somewhere(actor, May.SEE_DEADLINES):
        raise NotThere


def overdue(actor: Actor, on: date) -> QuerySet[Deadline]:
    """The open clocks whose last day has passed, the longest overdue first."""
    return seen_by(actor).filter(due_on__lt=on).exclude(state=State.PAUSED)


def deadline_for(actor: Actor, public_id: UUID) -> Deadline:
    """A clock, open or closed, with its steps.

    Raises: NotThere.
    """
    rows = Deadline.objects.filter(rows_for(actor, May.SEE_DEADLINES), public_id=public_id)
    found = (
        rows.select_related("owner__bureau", "started_by")
        .prefetch_related("steps", "pauses", "extensions")
        .first()
    )
    if found is None:
        raise NotThere
    return found


def deadline_to_change(actor: Actor, public_id: UUID, permission: May) -> Deadline:
    """A clock that the actor may pause, resume or extend, as far as the role goes.

    Raises: NotThere for whoever may not.
    """
    found = deadline_for(actor, public_id)
    allowed = found.extension_basis if permission is May.EXTEND_CLOCK else found.pause_basis
    if not allowed or not may(actor, permission, found.scope):
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
    for deadline in open_deadlines().filter(started_on__lte=on).exclude(state=State.PAUSED):
        day = latest_reminder(
            due=deadline.due_on, before=deadline.remind_before, since=deadline.started_on, on=on
        )
        if day and (deadline.reminded_for is None or deadline.reminded_for < day):
            found.append((deadline, day))
    return found


def sections_of(actor: Actor) -> QuerySet[Section]:
    """The sections whose clocks the actor may see and that have any, by bureau and code."""
    rows = Q(pk__in=[])
    for held in holding(actor, May.SEE_DEADLINES):
        rows |= Q(deadlines__in=Deadline.objects.filter(owned_within(held))) | sections_within(held)
    return Section.objects.filter(rows).select_related("bureau").distinct().order_by("bureau__code", "code")


def sections_within(held: Held) -> Q:
    """The sections a role is held in by name, though they have no clock yet."""
    return Q(code=held.section) if held.section else Q(pk__in=[])


def feed_of(section: Section) -> QuerySet[Deadline]:
    """The clocks of a section that have a last day, for its calendar."""
    return open_deadlines().filter(owner=section).exclude(state=State.PAUSED)


def addresses_of(actor: Actor) -> QuerySet[CalendarAddress]:
    """The actor's own calendar addresses that still answer."""
    return CalendarAddress.objects.filter(account=actor.account_id, revoked_on__isnull=True)


def address_with(secret: str, *, on: date) -> CalendarAddress:
    """The address with this secret, while its person may see the clocks of its section.

    Raises: NotThere, whatever the reason: a wrong secret, a revoked one, a role that has ended.
    """
    kept = CalendarAddress.objects.select_related("account", "section__bureau")
    found = kept.filter(digest=digest_of(secret), revoked_on__isnull=True).first()
    if found is None:
        raise NotThere
    actor = actor_for(found.account, on=on, at=now())
    if not may(actor, May.SEE_DEADLINES, Deadline(owner=found.section).scope):
        raise NotThere
    return found
