"""Pause, resume and extend a clock, where its provision allows it. Called inside an action.

A domain calls these from its own verb ("ask for a correction"); the clock's own page calls them from the verbs
of this room.
"""

from datetime import date

from jichi.kernel.actions.action import record
from jichi.kernel.ledger.event import Personal

from .events import DeadlineExtended, DeadlinePaused, DeadlineResumed
from .held import NotOpen, held_open, stream_of
from .models import Deadline, ExtensionOfClock, PauseOfClock, State
from .reckoned import keep, reckon_again
from .refused import (
    NoExtensionAllowed,
    NoPauseAllowed,
    NotPaused,
    NotRunning,
    reason,
    refuse_day_out_of,
    refuse_stopped,
    refuse_too_long,
)


def pause(*, deadline: Deadline, on: date, because: str) -> Deadline:
    """Stop a period on the day something was asked for; that day is still counted.

    Ledger: deadlines.deadline.paused
    Raises: NoPauseAllowed; NotRunning; DayOutOfReach; ReasonNeeded; LeftNoTrace outside an action.
    """
    held = held_while_open(deadline)
    if not held.pause_basis:
        raise NoPauseAllowed
    refuse_stopped(held)
    refuse_day_out_of(last_turn(held), on, held.due_on)
    PauseOfClock.objects.create(deadline=held, paused_on=on, because=reason(because))
    held.state = State.PAUSED
    keep(held, reckon_again(held))
    happened = DeadlinePaused(
        kind=held.kind, subject=held.subject, on=on, awaits=held.awaits, because=Personal(because.strip())
    )
    record(happened, stream=stream_of(held), basis=held.pause_basis)
    return held


def resume(*, deadline: Deadline, on: date) -> Deadline:
    """Let a period run again from the day on which what was awaited came; the days between are not counted.

    Ledger: deadlines.deadline.resumed
    Raises: NotPaused; NotRunning; DayOutOfReach; LeftNoTrace outside an action.
    """
    held = held_while_open(deadline)
    if not held.is_paused:
        raise NotPaused
    end_pause(held, on=on)
    return held


def end_pause(held: Deadline, *, on: date) -> None:
    running = held.pauses.get(resumed_on__isnull=True)
    refuse_day_out_of(running.paused_on, on, None)
    running.resumed_on, held.state = on, State.RUNNING
    running.save()
    keep(held, reckon_again(held))
    happened = DeadlineResumed(
        kind=held.kind,
        subject=held.subject,
        paused_on=running.paused_on,
        on=on,
        days_not_counted=(on - running.paused_on).days,
        due_on=held.due_on,
    )
    record(happened, stream=stream_of(held), basis=held.pause_basis)


def extend(*, deadline: Deadline, on: date, length: int, because: str) -> Deadline:
    """Make a period longer by so many of the units that the provision names, decided within the period.

    Ledger: deadlines.deadline.extended
    Raises: NoExtensionAllowed; NotRunning; DayOutOfReach; TooLong; ReasonNeeded; LeftNoTrace.
    """
    held = held_while_open(deadline)
    if not held.extension_basis or held.extensions.count() >= held.extension_times:
        raise NoExtensionAllowed
    refuse_stopped(held)
    refuse_day_out_of(last_turn(held), on, held.due_on)
    refuse_too_long(held, length)
    before = held.due_on
    ExtensionOfClock.objects.create(
        deadline=held, extended_on=on, length=length, unit=held.extension_unit, because=reason(because)
    )
    held.state = State.RUNNING
    keep(held, reckon_again(held))
    happened = DeadlineExtended(
        kind=held.kind,
        subject=held.subject,
        on=on,
        length=length,
        unit=held.extension_unit,
        before=before,
        due_on=held.due_on,
        because=Personal(because.strip()),
    )
    record(happened, stream=stream_of(held), basis=held.extension_basis)
    return held


def last_turn(deadline: Deadline) -> date:
    """The last day on which something happened to the period: nothing new is put before it."""
    days = [deadline.started_on]
    for pause_of_it in deadline.pauses.all():
        days.append(pause_of_it.resumed_on or pause_of_it.paused_on)
    days.extend(deadline.extensions.values_list("extended_on", flat=True))
    return max(days)


def held_while_open(deadline: Deadline) -> Deadline:
    """The clock, held; somebody may have ended it while a person was at the form.

    Raises: NotRunning; LeftNoTrace outside an action.
    """
    try:
        return held_open(deadline)
    except NotOpen as ended:
        raise NotRunning from ended
