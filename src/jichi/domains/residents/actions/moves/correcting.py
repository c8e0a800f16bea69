"""What a correction would make of the register: every day reckoned again, without writing anything."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from ...models import Entry, Movement, Person
from ...queries.register import believed
from ...rules.consequences import (
    ADDRESSES_FOLLOW,
    SEAL_ENDS,
    UNMADE_RECORD,
    Affected,
    Consequence,
    Foresight,
)
from ...rules.facts import Facts
from ...rules.history import Order, Step, Stretch, history, on_day
from ..consequences import foreseen
from ..writing import Change, Intake, believed_of, entry_for, items_of, keyed, steps_of
from .households import household_entries

ADDRESS = ("town", "lot", "building")
# The serial of a movement that is not written yet: behind all that are.
TO_COME = 2**62

Place = tuple[Any, ...]


@dataclass(frozen=True, kw_only=True)
class Reckoned:
    """One person: what is believed, and the stretches after the correction."""

    person: Person
    stands: Sequence[Entry]
    stretches: Sequence[Stretch]

    def affected(self, wrong: Movement, day: Any) -> Affected:
        """What the wrong movement made of the record, and what the right one makes of it on its day."""
        before = next((entry.facts for entry in self.stands if entry.movement_id == wrong.pk), None)
        after = on_day(self.stretches, day)
        return Affected(
            person=self.person.pk,
            before=before or facts_on(self.stands, day),
            after=after.facts if after else None,
        )

    def at_last(self) -> Affected:
        """What holds last, before and after."""
        before = next((entry.facts for entry in self.stands if entry.until is None), None)
        return Affected(
            person=self.person.pk, before=before, after=self.stretches[-1].facts if self.stretches else None
        )


def facts_on(entries: Iterable[Entry], day: Any) -> Facts | None:
    holding = [each for each in entries if each.since <= day and (each.until is None or day < each.until)]
    return holding[-1].facts if holding else None


def reckoned(intake: Intake, changes: Sequence[Change]) -> list[Reckoned]:
    """Everybody whom the wrong movement or the right one concerns."""
    assert intake.voids
    gone = Person.objects.filter(entries__movement=intake.voids, entries__superseded_at=None).distinct()
    told = {change.person.pk or id(change.person): change for change in changes}
    people = [*(each for each in gone if each.pk not in told), *(change.person for change in changes)]
    stands = believed_of([person for person in people if person.pk])
    return [
        Reckoned(
            person=person,
            stands=stands.get(person.pk, []),
            stretches=history(
                steps_again(intake, stands.get(person.pk, []), told.get(person.pk or id(person)))
            ),
        )
        for person in people
    ]


def steps_again(intake: Intake, stands: Sequence[Entry], change: Change | None) -> list[Step]:
    kept = steps_of(stands, Movement(voids=intake.voids), None)
    if change is None:
        return kept
    order = Order(intake.happened_on, received(intake), TO_COME)
    return [*kept, Step(order=order, items=keyed(change.items))]


def received(intake: Intake) -> datetime:
    assert intake.voids
    return intake.received_at or intake.voids.received_at


def entries_after(intake: Intake, people: Iterable[Reckoned]) -> list[Entry]:
    """The entries that would be believed, of these people: to be checked, never saved."""
    at = Movement(pk=TO_COME, recorded_at=received(intake))
    return [entry_for(each.person, stretch, at) for each in people for stretch in each.stretches]


def beside(people: Sequence[Reckoned]) -> list[Entry]:
    """What is believed of all others in the households of these people."""
    homes = {entry.household_id for each in people for entry in each.stands}
    homes |= {stretch.facts.household for each in people for stretch in each.stretches}
    known = {each.person.pk for each in people if each.person.pk}
    return [
        entry for entry in household_entries(home for home in homes if home) if entry.person_id not in known
    ]


def consequences(intake: Intake, people: Sequence[Reckoned], followers: Iterable[Any]) -> list[Consequence]:
    """What holds otherwise at last brings what any movement brings; a record that is no more brings its own."""
    last = [each.at_last() for each in people]
    stay = tuple(each for each in last if each.after)
    found = foreseen(Foresight(kind=intake.kind, on=intake.happened_on, people=stay))
    if len(stay) < len(last):
        found = [UNMADE_RECORD, SEAL_ENDS, *found]
    return [*([ADDRESSES_FOLLOW] if list(followers) else []), *dict.fromkeys(found)]


def places_put_right(wrong: Movement, changes: Iterable[Change]) -> dict[int, dict[Place, Place]]:
    """By household, the address that the wrong movement wrote and the one that is right."""
    stood = {entry.person_id: entry for entry in wrong.entries.filter(superseded_at=None)}
    found: dict[int, dict[Place, Place]] = {}
    for change in changes:
        entry, items = stood.get(change.person.pk), keyed(change.items)
        if entry is None or not set(ADDRESS) & set(items) or entry.household_id is None:
            continue
        was = place_of(entry.facts)
        now = place_of(entry.facts.changed_by({name: items[name] for name in ADDRESS if name in items}))
        if was != now:
            found.setdefault(entry.household_id, {})[was] = now
    return found


def place_of(facts: Facts) -> Place:
    return tuple(getattr(facts, name) for name in ADDRESS)


@dataclass(frozen=True, kw_only=True)
class Following:
    """A later movement that took over the wrong address of the household, as of a child born there."""

    movement: Movement
    changes: Sequence[Change]

    def intake(self, correction: Intake) -> Intake:
        return again(self.movement, note=correction.note, ticket=ticket_after(correction, self.movement))


def followers(wrong: Movement, places: Mapping[int, Mapping[Place, Place]]) -> list[Following]:
    """The later movements of other people that wrote the wrong address into the same household."""
    later = believed(Entry.objects.filter(household__in=list(places), since__gte=wrong.happened_on))
    later = later.exclude(movement=wrong).select_related("movement", "person").order_by("movement_id")
    rows = [entry for entry in later if takes_over(entry, places[entry.household_id or 0])]
    movements = {entry.movement_id: entry.movement for entry in rows}
    return [following(movement, places) for movement in movements.values()]


def takes_over(entry: Entry, places: Mapping[Place, Place]) -> bool:
    return "town" in entry.written.split() and place_of(entry.facts) in places


def following(movement: Movement, places: Mapping[int, Mapping[Place, Place]]) -> Following:
    rows = believed(movement.entries.all()).select_related("person")
    return Following(movement=movement, changes=[moved_along(entry, places) for entry in rows])


def moved_along(entry: Entry, places: Mapping[int, Mapping[Place, Place]]) -> Change:
    items, by_place = items_of(entry), places.get(entry.household_id or 0, {})
    if takes_over(entry, by_place):
        items |= dict(zip(ADDRESS, by_place[place_of(entry.facts)], strict=True))
    return Change(person=entry.person, items=items)


def again(wrong: Movement, *, note: str, ticket: UUID) -> Intake:
    """The intake of a movement that takes the place of another one, as it came to the city then."""
    return Intake(
        kind=wrong.kind,
        happened_on=wrong.happened_on,
        notified_on=wrong.notified_on,
        due_on=wrong.due_on,
        late_reason=wrong.late_reason,
        received_at=wrong.received_at,
        ward=wrong.ward,
        office=wrong.office,
        notified_by=wrong.notified_by,
        proofs=wrong.proofs,
        note=note,
        ticket=ticket,
        voids=wrong,
        is_demo=wrong.is_demo,
    )


def ticket_after(correction: Intake, movement: Movement) -> UUID:
    return uuid5(correction.ticket, movement.number)
