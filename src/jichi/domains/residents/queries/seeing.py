"""The one gate to what the registers say of a person. Every page, list, paper, file and answer reads through it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.policy import may_somewhere
from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.places.models import Town

from ..models import Person
from ..permissions import May
from ..rules.facts import Facts
from .register import record_on


@dataclass(frozen=True, kw_only=True)
class Seen:
    """A record as one reader may see it: items named in `hidden` are empty in `facts`, and `town` with them."""

    person: Person
    facts: Facts
    town: Town | None
    hidden: frozenset[str] = field(default_factory=frozenset)


def gate(actor: Actor, *permissions: May) -> None:
    """Let in who holds one of these somewhere.

    Raises: NotThere.
    """
    if not any(may_somewhere(actor, each) for each in permissions):
        raise NotThere


def person_with(actor: Actor, public_id: UUID) -> Person:
    """Raises: NotThere."""
    gate(actor, May.LOOK)
    if found := Person.objects.filter(public_id=public_id).first():
        return found
    raise NotThere


def seen(actor: Actor, person: Person, on: date, *, believed_at: datetime | None = None) -> Seen:
    """A person's record on a day, as this reader may see it.

    Raises: NotThere, also before the person's first movement.
    """
    gate(actor, May.LOOK)
    entry = record_on(person, on, believed_at=believed_at)
    if entry is None:
        raise NotThere
    return Seen(person=person, facts=entry.facts, town=entry.town)
