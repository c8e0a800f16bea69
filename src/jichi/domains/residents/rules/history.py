"""From a person's movements to the register of every day: one total order, one fold. Pure.

A history is a list of steps in the order (day on which it happened, moment at which it was received, serial). Each step
writes some items; all others stay as they were. A movement that is entered late takes its place in the order, and what
was written after it is reckoned again; a movement that was voided is left out.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from .facts import Facts


@dataclass(frozen=True, order=True)
class Order:
    """The place of a movement among all others. No two movements share one: the serial is the row's own."""

    happened_on: date
    received_at: datetime
    serial: int


@dataclass(frozen=True, kw_only=True)
class Step:
    """What one movement writes of one person."""

    order: Order
    items: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """What the register says of a person from a day on, until the day before `until` (None: until today).

    Of several movements of one day only the last one has a stretch of more than no days.
    """

    step: Step
    facts: Facts
    since: date
    until: date | None


def history(steps: Iterable[Step]) -> list[Stretch]:
    """The stretches of a life on the register, in the total order."""
    ordered = sorted(steps, key=lambda step: step.order)
    return [
        Stretch(step=step, facts=facts, since=step.order.happened_on, until=until)
        for step, facts, until in zip(ordered, written(ordered), ends(ordered), strict=True)
    ]


def written(ordered: Sequence[Step]) -> Iterator[Facts]:
    facts = Facts()
    for step in ordered:
        facts = facts.changed_by(step.items)
        yield facts


def ends(ordered: Sequence[Step]) -> Iterator[date | None]:
    for _, after in pairwise(ordered):
        yield after.order.happened_on
    if ordered:
        yield None


def on_day(stretches: Iterable[Stretch], day: date) -> Stretch | None:
    """What held on that day; None before the first movement."""
    holding = [each for each in stretches if each.since <= day and (each.until is None or day < each.until)]
    return holding[-1] if holding else None
