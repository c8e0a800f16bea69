"""The one gate to what the registers say of a person. Every page, list, paper, file and answer reads through it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.policy import holding, may_somewhere
from jichi.kernel.access.roles import Scope
from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.clock.reading import now
from jichi.kernel.places.models import Town

from ..models import CoveredPerson, Entry, Person, PersonLook
from ..permissions import May
from ..rules.facts import Facts
from ..rules.protecting import OPEN, Purpose, Reader, Sight, sight
from .looks import HOLDS_FOR
from .protection import block_of, coverings
from .register import entries_of, record_on


@dataclass(frozen=True, kw_only=True)
class Seen:
    """A record as one reader may see it: items named in `hidden` are empty in `facts`, and `town` with them.

    `to_officer` says that whoever is at this desk must hand over to the officer in charge, without telling why.
    """

    person: Person
    facts: Facts
    town: Town | None
    hidden: frozenset[str] = field(default_factory=frozenset)
    to_officer: bool = False


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
    """A person's record on a day, as this reader may see it today. Two queries, protected or not.

    Raises: NotThere, also before the person's first movement.
    """
    gate(actor, May.LOOK)
    entry = record_on(person, on, believed_at=believed_at)
    view = sights(actor, [person], on)[person.pk]
    if entry is None:
        raise NotThere
    return through(view, person, entry)


def seen_entries(actor: Actor, entries: Sequence[Entry], on: date) -> list[Seen]:
    """Records that were already read (members of a household, a list), each as this reader may see it. One query more.

    The entries come with `person` and `town`.
    """
    gate(actor, May.LOOK)
    views = sights(actor, [entry.person for entry in entries], on)
    return [through(views[entry.person_id], entry.person, entry) for entry in entries]


def seen_history(actor: Actor, person: Person, on: date) -> list[Entry]:
    """All entries of a person, in the total order; none for a reader from whom the person is hidden.

    Movements tell of places by their kind, day, ward and note, so that there is nothing of them to show in part.
    """
    gate(actor, May.LOOK)
    entries = list(entries_of(person))
    return [] if is_hidden(actor, person, on) else entries


def is_hidden(actor: Actor, person: Person, on: date) -> bool:
    """Whether this reader has to hand over to the officer in charge. One query."""
    return bool(sights(actor, [person], on)[person.pk].hidden)


def sights(
    actor: Actor, people: Iterable[Person], on: date, purpose: Purpose = Purpose.READ
) -> dict[int, Sight]:
    """What this reader may see of each of these people today. One query, whoever they are.

    Of several protections of one person each ward responsible may open the record; of the people named in them, none.
    """
    found: dict[int, list[CoveredPerson]] = {person.pk: [] for person in people}
    coverings_of_all = coverings().filter(person__in=found).select_related("case__named_person")
    for covering in coverings_of_all.annotate(looked=Exists(looks_of(actor))):
        found[covering.person_id].append(covering)
    return {pk: sight_of(actor, covering, on, purpose) for pk, covering in found.items()}


def looks_of(actor: Actor) -> Any:
    """The actor's looks at the covered person, as long as their reason holds."""
    return PersonLook.objects.filter(
        person=OuterRef("person"),
        looked_by=actor.account_id,
        actor_title=actor.title,
        at__gt=now() - HOLDS_FOR,
    )


def sight_of(actor: Actor, coverings: Sequence[CoveredPerson], on: date, purpose: Purpose) -> Sight:
    blocks = [block_of(covering.case, on) for covering in coverings]
    return sight(reader(actor, coverings, purpose), purpose, blocks)


def reader(actor: Actor, coverings: Sequence[CoveredPerson], purpose: Purpose) -> Reader:
    """An officer in charge has the right in a ward responsible, has given a reason, and is not the one named.

    To find somebody needs no reason of its own: the search has asked for one, and told who it found.
    """
    if is_named(actor, coverings):
        return Reader.NAMED
    may_see = any(may_see_protected(actor, covering.case.ward_id) for covering in coverings)
    gave_reason = purpose is not Purpose.READ or all(covering.looked for covering in coverings)  # type: ignore[attr-defined]
    return Reader.OFFICER if may_see and gave_reason else Reader.CLERK


def is_named(actor: Actor, coverings: Sequence[CoveredPerson]) -> bool:
    named = (covering.case.named_person for covering in coverings)
    return any(actor.account_id and person and person.account_id == actor.account_id for person in named)


def may_see_protected(actor: Actor, ward: str) -> bool:
    """Whether the actor is an officer in charge of protections of this ward."""
    return any(held.covers(Scope(ward=ward)) for held in holding(actor, May.SEE_PROTECTED))


def through(view: Sight, person: Person, entry: Entry) -> Seen:
    if not view.allowed and not view.hidden:
        raise NotThere
    hidden = view.hidden
    return Seen(
        person=person,
        facts=masked(entry.facts, hidden),
        town=None if "town" in hidden else entry.town,
        hidden=hidden,
        to_officer=view.to_officer,
    )


def masked(facts: Facts, hidden: frozenset[str]) -> Facts:
    """The record with these items as if nobody had ever written them."""
    nothing = Facts()
    return replace(facts, **{item: getattr(nothing, item) for item in hidden})


__all__ = [
    "OPEN",
    "Seen",
    "gate",
    "is_hidden",
    "masked",
    "may_see_protected",
    "person_with",
    "seen",
    "seen_entries",
    "seen_history",
    "sights",
]
