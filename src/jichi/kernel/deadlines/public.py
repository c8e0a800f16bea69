"""The clocks that everybody sees: on the page of the public record they are about."""

from dataclasses import dataclass
from datetime import date

from .models import OPEN, Deadline
from .shown import ShownStep, steps_of


@dataclass(frozen=True, kw_only=True)
class PublicClock:
    """What the city owes by when. `due` is None while the period is paused and `awaits` says for what."""

    title: str
    due: date | None
    awaits: str
    consequence: str
    is_demo: bool
    steps: list[ShownStep]


def public_clocks(*references: str) -> list[PublicClock]:
    """The open public clocks of these records, soonest first; for `deadlines/public.html`. Two queries."""
    rows = Deadline.objects.filter(shown_on__in=filter(None, references), state__in=OPEN)
    return [public(each) for each in rows.prefetch_related("steps").order_by("due_on", "pk")]


def public(deadline: Deadline) -> PublicClock:
    return PublicClock(
        title=deadline.public_title,
        due=deadline.due,
        awaits=deadline.awaits if deadline.is_paused else "",
        consequence=deadline.consequence,
        is_demo=deadline.is_demo,
        steps=steps_of(deadline),
    )
