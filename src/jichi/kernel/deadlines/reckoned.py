"""The last day of a clock: reckoned by the calendar from what the row keeps, and kept step by step."""

from datetime import date
from typing import Any

from jichi.kernel.calendar import (
    Backwards,
    Change,
    ClosedDays,
    Extension,
    Pause,
    Period,
    Reckoning,
    Roll,
    Unit,
)

from .models import Deadline, ReckoningStep
from .rules.fixed import FixedDay
from .working_days import WORKING_DAYS

Rule = Period | Backwards | FixedDay


def reckon(rule: Rule, from_day: date, closed: ClosedDays = WORKING_DAYS) -> Reckoning:
    """The last day by a rule, with the closed days of the city where it rolls."""
    match rule:
        case Period():
            return rule.last_day(from_day, closed=closed)
        case Backwards():
            return rule.latest_day(from_day, closed=closed)
        case FixedDay():
            return rule.reckoning()


def columns_of(rule: Rule) -> dict[str, Any]:
    """The rule as a row keeps it."""
    if isinstance(rule, FixedDay):
        return {"basis": rule.basis}
    kept = {
        "basis": rule.basis,
        "length": rule.length,
        "unit": rule.unit.value,
        "backwards": isinstance(rule, Backwards),
        "roll": rule.roll.value,
        "roll_basis": rule.roll_basis,
    }
    return {**kept, "first_day_counts": rule.first_day_counts} if isinstance(rule, Period) else kept


def reckon_again(
    deadline: Deadline, *, until: date | None = None, closed: ClosedDays = WORKING_DAYS
) -> Reckoning:
    """The last day of a period after all that happened to it; `until` ends a pause that still runs."""
    return period_of(deadline).last_day(
        deadline.started_on, closed=closed, changes=changes_of(deadline, until=until)
    )


def period_of(deadline: Deadline) -> Period:
    return Period(
        length=deadline.length or 0,
        unit=Unit(deadline.unit),
        first_day_counts=deadline.first_day_counts,
        roll=Roll(deadline.roll or Roll.NONE),
        roll_basis=deadline.roll_basis,
        basis=deadline.basis,
    )


def changes_of(deadline: Deadline, *, until: date | None) -> list[Change]:
    pauses: list[Change] = [
        Pause(
            since=each.paused_on, until=each.resumed_on or until or each.paused_on, basis=deadline.pause_basis
        )
        for each in deadline.pauses.order_by("paused_on", "pk")
    ]
    extensions: list[Change] = [
        Extension(
            since=each.extended_on, length=each.length, unit=Unit(each.unit), basis=deadline.extension_basis
        )
        for each in deadline.extensions.order_by("extended_on", "pk")
    ]
    return [*pauses, *extensions]


def keep(deadline: Deadline, reckoning: Reckoning) -> None:
    """Keep the day and how it was found, in place of what was kept before."""
    deadline.due_on = reckoning.day
    deadline.save()
    deadline.steps.all().delete()
    ReckoningStep.objects.bulk_create(
        ReckoningStep(
            deadline=deadline, position=position, day=step.day, rule_code=step.rule_code, basis=step.basis
        )
        for position, step in enumerate(reckoning.steps, start=1)
    )
