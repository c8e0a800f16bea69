"""My work: what waits for a person, from every subsystem, and the counts of it that mean something."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jichi.kernel.access.actor import Actor
from jichi.kernel.subsystem import WorkItem, installed


@dataclass(frozen=True, kw_only=True)
class Rail:
    """How much waits: past its day, due today, and all together."""

    overdue: int
    due_today: int
    waiting: int


def work_of(actor: Actor, *, on: date) -> list[WorkItem]:
    """Everything that waits for the actor: soonest first, then what has no day; one item per address.

    A domain's own item stands in place of the clock on the same record: it says what to do next.
    """
    items = (item for part in installed() if part.work for item in part.work(actor, on))
    by_address = {item.url: item for item in items}
    return sorted(by_address.values(), key=lambda item: (item.due or date.max, item.title))


def rail_of(items: Sequence[WorkItem], *, on: date) -> Rail:
    """The counts of the left rail: of a person's own work, not of what others of the section owe."""
    own = [item for item in items if item.is_own]
    days = [item.due for item in own if item.due]
    return Rail(
        overdue=sum(day < on for day in days), due_today=sum(day == on for day in days), waiting=len(own)
    )
