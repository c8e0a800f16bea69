"""Write movements into the register: the one place where entries are made and superseded.

Called inside an action only. A movement of any day takes its place in the total order of each person it concerns, and the
entries after it are reckoned again; entries that are no longer believed are closed, never changed and never deleted.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.db.models import Model
from django.utils.translation import gettext_lazy

from jichi.kernel.access.roles import Scope
from jichi.kernel.actions.action import acting
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.reading import now
from jichi.kernel.places.models import Office, Ward

from ..models import Entry, Household, Movement, Person
from ..models.register import COLUMN
from ..rules.facts import Facts
from ..rules.history import Step, Stretch, history
from .consequences import bring_consequences
from .holding import hold_households, hold_people
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
    """What a movement writes of one person: items of `Facts` with their new values.

    Somebody new may be given as a `Person` that is not saved yet, and a new household likewise in place of its key.
    """

    person: Person
    items: Mapping[str, Any]


class SentBefore(Refusal):
    """The same form has become a movement already."""

    code = "residents.sent_before"
    message = gettext_lazy("この届出は、もう受け付けています。")


def enter(intake: Intake, changes: Sequence[Change], *, verb: str, basis: str = "") -> Movement:
    """Write a movement and what it changes, put it on the record, and let its consequences come.

    People who are concerned are held in the order of their keys, then their households, so that two movements never wait
    for each other and nobody joins a household while a certificate of it is made.

    Ledger: residents.register.kept
    Raises: SentBefore.
    """
    new_rows(changes, is_demo=intake.is_demo)
    people = {change.person.pk for change in changes}
    if intake.voids:
        people |= set(intake.voids.entries.values_list("person_id", flat=True))
    held = hold_people(people)
    told = {change.person.pk: keyed(change.items) for change in changes}
    hold_households(people, also=households_in(told))
    movement = written_movement(intake)
    before, after = rewrite({person: told.get(person.pk) for person in held}, movement)
    cover_newcomers(held, on=movement.happened_on)
    kept(
        act=movement.number, ward=movement.ward_id, verb=verb, about=about(movement, held, told), basis=basis
    )
    bring_consequences(movement, before, after)
    return movement


def new_rows(changes: Iterable[Change], *, is_demo: bool) -> None:
    """Save the people and households who are new with this movement; those of a demo are marked so."""
    people = list(
        {id(change.person): change.person for change in changes if change.person.pk is None}.values()
    )
    for person in people:
        person.is_demo = person.is_demo or is_demo
    Person.objects.bulk_create(people)
    for change in changes:
        home = change.items.get("household")
        if isinstance(home, Household) and home.pk is None:
            home.is_demo = is_demo
            home.save()


def keyed(items: Mapping[str, Any]) -> dict[str, Any]:
    """Items as a record keeps them: rows by their keys."""
    return {name: value.pk if isinstance(value, Model) else value for name, value in items.items()}


def households_in(told: Mapping[int, Mapping[str, Any]]) -> set[int]:
    """The households which the movement writes."""
    named = (items.get("household") for items in told.values())
    return {household for household in named if household is not None}


def written_movement(intake: Intake) -> Movement:
    """The movement's row. Of two that send the same form at once, the database lets one in."""
    act, at = acting(), now()
    said = {each.name: getattr(intake, each.name) for each in fields(intake)}
    row = Movement(
        **{**said, "received_at": intake.received_at or at},
        recorded_at=at,
        recorded_by_id=act.actor.account_id,
        actor_title=act.actor.title,
    )
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        if Movement.objects.filter(ticket=intake.ticket).exists():
            raise SentBefore from None
        raise
    return row


Told = Mapping[Person, Mapping[str, Any] | None]


def rewrite(concerned: Told, movement: Movement) -> tuple[dict[int, Facts], dict[int, Facts]]:
    """Reckon the histories of these people again with the movement in them: what held last of each, before and after.

    All that is no longer believed is closed before anything new is written: a household never has two heads, not even
    while one follows another.
    """
    closed: list[int] = []
    new: list[Entry] = []
    before: dict[int, Facts] = {}
    after: dict[int, Facts] = {}
    names: dict[Person, list[Facts]] = {}
    believed = believed_of(concerned)
    for person, items in concerned.items():
        stands = believed[person.pk]
        stretches = history(steps_of(stands, movement, items))
        gone, instead = differences(person, stands, stretches, movement)
        closed, new = [*closed, *gone], [*new, *instead]
        names[person] = [stretch.facts for stretch in stretches]
        before.update((person.pk, entry.facts) for entry in stands if entry.until is None)
        after.update((person.pk, stretch.facts) for stretch in stretches[-1:])
    Entry.objects.filter(pk__in=closed).update(superseded_at=movement.recorded_at)
    Entry.objects.bulk_create(new)
    write_name_keys(names)
    return before, after


def believed_of(people: Iterable[Person]) -> dict[int, list[Entry]]:
    found: dict[int, list[Entry]] = {person.pk: [] for person in people}
    entries = Entry.objects.filter(person__in=list(found), superseded_at__isnull=True)
    for entry in entries.select_related("movement"):
        found[entry.person_id].append(entry)
    return found


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
