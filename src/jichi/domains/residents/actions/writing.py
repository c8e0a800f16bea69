"""Write movements into the register: the one place where entries are made and superseded.

Called inside an action only. A movement of any day takes its place in the total order of each person it concerns, and the
entries after it are reckoned again; entries that are no longer believed are closed, never changed and never deleted.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from jichi.kernel.access.roles import Scope
from jichi.kernel.actions.action import acting
from jichi.kernel.clock.reading import now
from jichi.kernel.ledger.lock import lock
from jichi.kernel.places.models import Office, Ward

from ..models import Entry, Movement, Person
from ..models.register import COLUMN
from ..rules.facts import Facts
from ..rules.history import Step, Stretch, history
from .keeping import kept
from .name_keys import write_name_keys
from .protection.covering import cover_newcomers


@dataclass(frozen=True, kw_only=True)
class Intake:
    """How a movement came to the city. `ticket` is the form's own number: sent twice, it is one movement."""

    kind: str
    happened_on: date
    ward: Ward
    office: Office | None = None
    notified_on: date | None = None
    due_on: date | None = None
    late_reason: str = ""
    notified_by: str = ""
    proofs: str = ""
    note: str = ""
    received_at: datetime | None = None
    ticket: UUID = field(default_factory=uuid4)
    voids: Movement | None = None
    is_demo: bool = False

    @property
    def scope(self) -> Scope:
        return Scope(ward=self.ward.code)


@dataclass(frozen=True, kw_only=True)
class Change:
    """What a movement writes of one person: items of `Facts` with their new values."""

    person: Person
    items: Mapping[str, Any]


def enter(intake: Intake, changes: Sequence[Change], *, verb: str, basis: str = "") -> Movement:
    """Write a movement and what it changes, and put it on the record.

    People who are concerned are locked in the order of their keys, so that two movements never wait for each other.

    Ledger: residents.register.kept
    """
    people = {change.person.pk: change.person for change in changes}
    if intake.voids:
        people |= {person.pk: person for person in Person.objects.filter(entries__movement=intake.voids)}
    held = list(lock(Person.objects.filter(pk__in=people).order_by("pk")))
    movement = written_movement(intake)
    told = {change.person.pk: dict(change.items) for change in changes}
    rewrite([(person, told.get(person.pk)) for person in held], movement)
    cover_newcomers(held, on=movement.happened_on)
    kept(
        act=movement.number, ward=movement.ward_id, verb=verb, about=about(movement, held, told), basis=basis
    )
    return movement


def written_movement(intake: Intake) -> Movement:
    act, at = acting(), now()
    said = {each.name: getattr(intake, each.name) for each in fields(intake)}
    return Movement.objects.create(
        **{**said, "received_at": intake.received_at or at},
        recorded_at=at,
        recorded_by_id=act.actor.account_id,
        actor_title=act.actor.title,
    )


def rewrite(concerned: Iterable[tuple[Person, Mapping[str, Any] | None]], movement: Movement) -> None:
    """Reckon the histories of these people again with the movement in them.

    All that is no longer believed is closed before anything new is written: a household never has two heads, not even
    while one follows another.
    """
    closed: list[int] = []
    new: list[Entry] = []
    for person, items in concerned:
        believed = believed_of(person)
        stretches = history(steps_of(believed, movement, items))
        gone, instead = differences(person, believed, stretches, movement)
        closed, new = [*closed, *gone], [*new, *instead]
        write_name_keys(person, [stretch.facts for stretch in stretches])
    Entry.objects.filter(pk__in=closed).update(superseded_at=movement.recorded_at)
    Entry.objects.bulk_create(new)


def believed_of(person: Person) -> list[Entry]:
    return list(person.entries.filter(superseded_at__isnull=True).select_related("movement"))


def steps_of(believed: Iterable[Entry], movement: Movement, items: Mapping[str, Any] | None) -> list[Step]:
    """What each movement wrote of a person; without the voided one, with the new one."""
    steps = [
        Step(order=entry.movement.order, items=items_of(entry))
        for entry in believed
        if entry.movement_id != movement.voids_id
    ]
    return steps if items is None else [*steps, Step(order=movement.order, items=items)]


def items_of(entry: Entry) -> dict[str, Any]:
    """The items that the entry's movement set itself, with what it set them to."""
    facts = entry.facts
    return {name: getattr(facts, name) for name in entry.written.split()}


def differences(
    person: Person, believed: list[Entry], stretches: list[Stretch], movement: Movement
) -> tuple[list[int], list[Entry]]:
    """Keys of entries that are no longer believed, and the entries to write. What came out as before stays as it is."""
    stands = {entry.movement_id: entry for entry in believed}
    wanted = {stretch.step.order.serial: stretch for stretch in stretches}
    gone = [entry.pk for serial, entry in stands.items() if not same(entry, wanted.get(serial))]
    new = [
        entry_for(person, stretch, movement)
        for serial, stretch in wanted.items()
        if serial not in stands or stands[serial].pk in gone
    ]
    return gone, new


def same(entry: Entry, stretch: Stretch | None) -> bool:
    return stretch is not None and (entry.since, entry.until, entry.facts) == (
        stretch.since,
        stretch.until,
        stretch.facts,
    )


def entry_for(person: Person, stretch: Stretch, movement: Movement) -> Entry:
    return Entry(
        person=person,
        movement_id=stretch.step.order.serial,
        written=" ".join(stretch.step.items),
        since=stretch.since,
        until=stretch.until,
        recorded_at=movement.recorded_at,
        **columns(stretch.facts),
    )


def columns(facts: Facts) -> dict[str, Any]:
    return {COLUMN.get(each.name, each.name): getattr(facts, each.name) for each in fields(facts)}


def about(
    movement: Movement, people: Iterable[Person], told: Mapping[int, Mapping[str, Any]]
) -> dict[str, Any]:
    """What the record keeps as a commitment: the kind, the days, and of whom which items were written to what."""
    return {
        "kind": movement.kind,
        "happened_on": movement.happened_on,
        "received_at": movement.received_at,
        "voids": movement.voids.number if movement.voids else "",
        "people": {person.number: told.get(person.pk, {}) for person in people},
    }
