"""A seal stands on the record: what the register no longer carries ends with the movement, in the same transaction."""

from datetime import date, timedelta

import pytest
from tests.town import Town

from jichi.domains.residents.actions.seals.inquire import send_inquiry
from jichi.domains.residents.models import Person, SealAct, SealRegistration
from jichi.domains.residents.queries.seals import standing_seal
from jichi.domains.residents.rules.seal_words import Ending
from jichi.domains.residents.rules.words import Standing
from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.deadlines.models import Deadline

from .seals import DAY, applied, clerk_of, registered, registry_section
from .small_register import moved, resident, town_in

pytestmark = pytest.mark.django_db

LATER = DAY + timedelta(days=30)
GONE = {"standing": Standing.REMOVED}


@pytest.fixture
def clerk(town: Town) -> Actor:
    registry_section(town)
    return clerk_of(town)


@pytest.fixture
def person(town: Town) -> Person:
    return resident(town)


@pytest.mark.parametrize(
    ("kind", "because"),
    [
        ("died", Ending.DIED),
        ("declared_missing", Ending.DIED),
        ("move_out_confirmed", Ending.MOVED_OUT),
        ("not_living_here", Ending.RECORD),
    ],
)
def test_a_seal_ends_with_the_movement_that_removes_its_person(
    town: Town, clerk: Actor, person: Person, kind: str, because: Ending
) -> None:
    seal = registered(town, person, clerk)
    movement = moved(person, town.ward, GONE, kind=kind, on=LATER)
    seal.refresh_from_db()
    assert (seal.step, seal.ended_because, seal.ended_on, seal.ended_by) == (
        "lapsed",
        because,
        LATER,
        movement,
    )
    assert seal.cards.get().ended_on == LATER
    assert standing_seal(person, LATER) is None
    assert standing_seal(person, LATER - timedelta(days=1)) == seal
    assert SealAct.objects.get(verb="lapse_seal").registration == seal


def test_a_movement_that_fails_ends_no_seal(town: Town, clerk: Actor, person: Person) -> None:
    seal = registered(town, person, clerk)
    with pytest.raises((Refusal, ValueError, TypeError)):
        moved(person, town.ward, {**GONE, "no_such_item": 1}, kind="died", on=LATER)
    seal.refresh_from_db()
    assert seal.step == "registered"


def test_a_seal_ends_when_the_record_no_longer_says_its_name(
    town: Town, clerk: Actor, person: Person
) -> None:
    seal = registered(town, person, clerk)
    moved(person, town.ward, {"name": "実例　花子"}, kind="married", on=LATER)
    seal.refresh_from_db()
    assert (seal.step, seal.ended_because) == ("lapsed", Ending.NAME)


def test_a_seal_with_the_given_name_outlives_a_marriage(town: Town, clerk: Actor, person: Person) -> None:
    seal = registered(town, person, clerk, engraved="花子")
    moved(person, town.ward, {"name": "実例　花子"}, kind="married", on=LATER)
    assert standing_seal(person, LATER) == seal


def test_an_announced_move_out_ends_the_seal_on_its_day_even_unconfirmed(
    town: Town, clerk: Actor, person: Person
) -> None:
    seal = registered(town, person, clerk)
    items = {"standing": Standing.LEAVING, "going_to": "横浜市", "leaving_on": LATER}
    moved(person, town.ward, items, kind="moving_out", on=DAY)
    assert standing_seal(person, LATER - timedelta(days=1)) == seal
    assert standing_seal(person, LATER) is None


def test_a_seal_goes_with_its_person_into_another_ward(town: Town, clerk: Actor, person: Person) -> None:
    seal = registered(town, person, clerk)
    moved(person, town.other_ward, {"town": town_in(town.other_ward).pk}, kind="moved", on=LATER)
    seal.refresh_from_db()
    assert (seal.step, seal.ward_id) == ("registered", town.other_ward.code)


def test_what_was_applied_for_ends_too_and_nobody_waits_for_its_answer(
    town: Town, clerk: Actor, person: Person
) -> None:
    seal = send_inquiry(actor=clerk, registration=applied(town, person, clerk), on=DAY)
    moved(person, town.ward, GONE, kind="died", on=LATER)
    seal.refresh_from_db()
    assert (seal.step, seal.ended_because) == ("closed", Ending.DIED)
    assert Deadline.objects.get().state == "cancelled"


def test_voiding_the_movement_lets_the_seal_stand_again(town: Town, clerk: Actor, person: Person) -> None:
    seal = registered(town, person, clerk)
    mistake = moved(person, town.ward, GONE, kind="died", on=LATER)
    moved(person, town.ward, {}, kind="voided", on=LATER, voids=mistake)
    seal.refresh_from_db()
    assert (seal.step, seal.ended_on, seal.ended_because) == ("registered", None, "")
    assert standing_seal(person, LATER) == seal
    assert seal.cards.get().ended_on is None


def test_after_a_late_entry_the_seal_was_not_in_force_for_a_day(
    town: Town, clerk: Actor, person: Person
) -> None:
    seal = registered(town, person, clerk)
    moved(person, town.ward, GONE, kind="died", on=date(2013, 6, 2))
    seal.refresh_from_db()
    assert (seal.step, seal.ended_on) == ("lapsed", DAY)
    assert standing_seal(person, DAY) is None


def test_a_seal_whose_row_was_left_standing_by_mistake_is_still_not_in_force(
    town: Town, clerk: Actor, person: Person
) -> None:
    """Niigata, Saitama, Kumamoto 2023: certificates of cancelled seals."""
    seal = registered(town, person, clerk)
    moved(person, town.ward, GONE, kind="died", on=LATER)
    SealRegistration.objects.filter(pk=seal.pk).update(step="registered", ended_on=None, ended_because="")
    assert standing_seal(person, LATER) is None
