"""Taking back and correcting: what was so changes, what was believed stays, and nobody is left without a head."""

import os
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from tests.town import Town

from jichi.domains.residents.actions.consequences import AFTER, after_movement
from jichi.domains.residents.actions.moves.correct_movement import correct_movement
from jichi.domains.residents.actions.moves.order import Order, Seat
from jichi.domains.residents.actions.moves.refusals import HouseholdBroken
from jichi.domains.residents.actions.moves.void_movement import (
    LaterMovementsStand,
    NeverVoided,
    ReasonMissing,
    VoidedBefore,
    void_movement,
)
from jichi.domains.residents.actions.writing import Change, items_of, steps_of
from jichi.domains.residents.demo.movements import play
from jichi.domains.residents.models import Entry, Household, Movement
from jichi.domains.residents.queries.register import record_on
from jichi.domains.residents.rules.history import history
from jichi.domains.residents.rules.words import HEAD, Standing
from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.refusal import NotAllowed, Refusal
from jichi.kernel.clock.reading import now

from .families import DAY, TODAY, address, chief, clerk, enter, family, intake, people, record, seats, ties
from .small_register import REGISTRY, town_in

WHEN = date(2012, 10, 20)
REASON = {"days": None, "note": "聞き違い"}


def take_back(actor: Actor, town: Town, movement: Movement, **more: object) -> Movement:
    told = intake(town.ward, "voided", TODAY, **{**REASON, **more}, voids=movement)  # type: ignore[arg-type]
    return void_movement(actor=actor, intake=told, movement=movement, on=TODAY)


def moved_away(town: Town, home: Household) -> Movement:
    """The head moves alone; the wife follows as head."""
    who = people(home)
    rest = {who["一郎"].pk: "子", who["二葉"].pk: "子"}
    order = Order(
        seats=seats(who["太郎"]), address=address(town.ward, "2番"), next_head=who["花子"], rest=rest
    )
    return enter(clerk(town), intake(town.ward, "moved", WHEN), order)


@pytest.mark.django_db
class TestTakingBack:
    def test_everybody_is_as_before_and_the_belief_can_still_be_asked(self, town: Town) -> None:
        home = family(town, clerk(town))
        movement = moved_away(town, home)
        believed = now()
        take_back(chief(town), town, movement)
        assert ties(home) == {"太郎": HEAD, "花子": "妻", "一郎": "子", "二葉": "子"}
        then = record_on(people(home)["花子"], TODAY, believed_at=believed)
        assert then is not None
        assert then.relationship == HEAD

    def test_it_needs_a_reason_and_a_chief_and_is_done_once(self, town: Town) -> None:
        movement = moved_away(town, family(town, clerk(town)))
        with pytest.raises(NotAllowed):
            take_back(clerk(town), town, movement)
        with pytest.raises(ReasonMissing):
            take_back(chief(town), town, movement, note=" ")
        voided = take_back(chief(town), town, movement)
        with pytest.raises(VoidedBefore):
            take_back(chief(town), town, movement)
        with pytest.raises(NeverVoided):
            take_back(chief(town), town, voided)

    def test_the_first_movement_stands_as_long_as_others_follow(self, town: Town) -> None:
        home = family(town, clerk(town))
        first = Movement.objects.get()
        later = moved_away(town, home)
        with pytest.raises(LaterMovementsStand, match=later.number):
            take_back(chief(town), town, first)
        take_back(chief(town), town, later)
        take_back(chief(town), town, first)
        assert Entry.objects.filter(superseded_at=None).count() == 0

    def test_what_would_leave_a_later_day_with_two_heads_is_not_taken_back(self, town: Town) -> None:
        home = family(town, clerk(town))
        who = people(home)
        split = enter(clerk(town), intake(town.ward, "household_split", DAY), Order(seats=seats(who["一郎"])))
        other = Household.objects.get(pk=record(who["一郎"]).household_id)
        joins = Order(seats=(Seat(person=who["二葉"], relationship="妹"),), household=other)
        enter(clerk(town), intake(town.ward, "household_changed", WHEN), joins)
        with pytest.raises(HouseholdBroken, match="いなくなります"):
            take_back(chief(town), town, split)
        assert ties(other) == {"一郎": HEAD, "二葉": "妹"}


@pytest.mark.django_db
def test_a_corrected_movement_replaces_the_wrong_one_in_its_place(town: Town) -> None:
    home = family(town, clerk(town))
    movement = moved_away(town, home)
    person = people(home, date(2012, 10, 10))["太郎"]
    later = Seat(person=person, items={"kana": "じつれい　たろう"})
    enter(clerk(town), intake(town.ward, "amended", date(2012, 10, 25), days=None), Order(seats=(later,)))
    believed = now()
    changes = [
        Change(
            person=entry.person,
            items={**items_of(entry), **({"lot": "3番"} if entry.person == person else {})},
        )
        for entry in movement.entries.filter(superseded_at=None)
    ]
    told = intake(
        town.ward,
        "moved",
        date(2012, 10, 18),
        note="番地の誤り",
        voids=movement,
        received_at=movement.received_at,
    )
    correct_movement(actor=chief(town), intake=told, changes=changes, on=TODAY)
    assert (record(person).lot, record(person).kana) == ("3番", "じつれい　たろう")
    assert record(person, date(2012, 10, 18)).lot == "3番"
    then = record_on(person, TODAY, believed_at=believed)
    assert then is not None
    assert then.lot == "2番"
    assert ties(home, date(2012, 10, 18))["花子"] == HEAD


@pytest.mark.django_db
def test_what_follows_from_a_movement_comes_in_its_transaction(town: Town) -> None:
    told = []

    @after_movement
    def hook(movement: Movement, before: object, after: object) -> None:
        told.append((movement.kind, len(before), len(after)))  # type: ignore[arg-type]

    try:
        movement = moved_away(town, family(town, clerk(town)))
        take_back(chief(town), town, movement)
    finally:
        AFTER.remove(hook)
    assert told == [("moved_in", 0, 4), ("moved", 4, 4), ("voided", 4, 4)]


# Without shrinking: a failure under load would search for its smallest case for minutes.
EXAMPLES = int(os.environ.get("MOVEMENT_EXAMPLES", "15"))
ACTS = st.lists(
    st.tuples(
        st.sampled_from(["moved", "household_split", "head_changed", "died", "household_changed", "void"]),
        st.integers(0, 3),
        st.integers(0, 3),
        st.integers(2, 28),
    ),
    min_size=1,
    max_size=7,
)


class AnySequenceOfVerbs(TestCase):
    @given(ACTS)
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def test_keeps_one_head_and_everybody_in_one_household_and_replays_to_the_same(
        self, acts: list[tuple[str, int, int, int]]
    ) -> None:
        town = Town()
        home = family(town, clerk(town))
        everybody = list(people(home).values())
        for kind, first, second, day in acts:
            try_one(town, kind, everybody[first], everybody[second], date(2012, 10, day))
            see_that_it_holds(everybody)


def try_one(town: Town, kind: str, one: object, next_one: object, day: date) -> None:
    """A verb on somebody on some day; what the register refuses is as good as what it takes."""
    rest = {person.pk: "同居人" for person in (one, next_one)}  # type: ignore[attr-defined]
    order = Order(seats=seats(one), next_head=next_one, rest=rest)  # type: ignore[arg-type]
    order = replace(order, rest=dict.fromkeys(range(1, 40), "同居人") | dict.fromkeys(rest, "同居人"))
    if kind == "moved":
        order = replace(order, address=address(town.ward, f"{day.day}番"))
    try:
        if kind == "void":
            latest = Movement.objects.exclude(kind="voided").filter(voided_by=None).latest("pk")
            told = intake(town.ward, "voided", TODAY, days=None, note="試し", voids=latest)
            void_movement(actor=REGISTRY, intake=told, movement=latest, on=TODAY)
        else:
            days = None if kind == "died" else 0
            enter(REGISTRY, intake(town.ward, kind, day, days=days), order)
    except (Refusal, Movement.DoesNotExist):
        return


def see_that_it_holds(everybody: list) -> None:  # type: ignore[type-arg]
    entries = list(Entry.objects.filter(superseded_at=None).select_related("movement", "person"))
    for day in (date(2012, 10, each) for each in range(1, 32)):
        there = [
            e
            for e in entries
            if e.since <= day and (e.until is None or day < e.until) and e.standing != Standing.REMOVED
        ]
        assert len({entry.person_id for entry in there}) == len(there)
        for household in {entry.household_id for entry in there}:
            mine = [entry for entry in there if entry.household_id == household]
            assert sum(entry.relationship == HEAD for entry in mine) == 1, (day, household)
    for person in everybody:
        own = [entry for entry in entries if entry.person_id == person.pk]
        again = history(steps_of(own, Movement(pk=0), None))
        held = {entry.movement_id: (entry.since, entry.until, entry.facts) for entry in own}
        assert {each.step.order.serial: (each.since, each.until, each.facts) for each in again} == held


@pytest.mark.django_db
def test_the_demo_is_played_once(town: Town) -> None:
    town_in(town.ward)
    assert play() == play()
    assert list(Movement.objects.order_by("pk").values_list("kind", flat=True)) == [
        "moved_in",
        "moved_in",
        "moving_out",
        "head_changed",
    ]
    assert set(Movement.objects.values_list("is_demo", flat=True)) == {True}
    assert set(Household.objects.values_list("is_demo", flat=True)) == {True}
