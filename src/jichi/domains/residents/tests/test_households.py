"""Heads and households: change, split, merger, and who comes next."""

from dataclasses import replace
from datetime import date

import pytest
from tests.town import Town

from jichi.domains.residents.actions.moves.change_head import IsHeadAlready
from jichi.domains.residents.actions.moves.merge_households import OtherHouseholdMissing, SomebodyLeftOut
from jichi.domains.residents.actions.moves.order import Order, Seat
from jichi.domains.residents.actions.moves.refusals import (
    AddressesDiffer,
    HeadIsThere,
    HouseholdBroken,
    NothingChanges,
    NotOurWard,
    OfSeveralHouseholds,
    RelationshipMissing,
)
from jichi.domains.residents.actions.moves.split_household import NobodyStays
from jichi.domains.residents.models import Household
from jichi.domains.residents.rules.words import HEAD, Sex
from jichi.kernel.access.actor import Actor
from jichi.kernel.access.roles import Role

from .families import FAMILY, clerk, enter, family, intake, people, record, seats, ties

pytestmark = pytest.mark.django_db
WHEN = date(2012, 10, 20)
GRANNY = (("実例　とめ", HEAD, Sex.FEMALE, date(1945, 1, 1)),)


@pytest.fixture
def actor(town: Town) -> Actor:
    return clerk(town)


@pytest.fixture
def home(town: Town, actor: Actor) -> Household:
    return family(town, actor)


def test_the_wife_becomes_the_head_and_the_children_are_asked_about(
    town: Town, actor: Actor, home: Household
) -> None:
    who = people(home)
    order = Order(seats=seats(who["花子"]))
    told = intake(town.ward, "head_changed", WHEN)
    with pytest.raises(RelationshipMissing):
        enter(actor, told, order)
    enter(actor, told, replace(order, rest={who["一郎"].pk: "子", who["二葉"].pk: "夫の子"}))
    assert ties(home) == {"花子": HEAD, "太郎": "夫", "一郎": "子", "二葉": "夫の子"}
    with pytest.raises(IsHeadAlready):
        enter(actor, intake(town.ward, "head_changed", WHEN), order)


def test_a_child_founds_a_household_of_its_own(town: Town, actor: Actor, home: Household) -> None:
    who = people(home)
    enter(actor, intake(town.ward, "household_split", WHEN), Order(seats=seats(who["一郎"])))
    assert ties(home) == {"太郎": HEAD, "花子": "妻", "二葉": "子"}
    alone = record(who["一郎"])
    assert (alone.relationship, alone.lot, alone.address_since) == (HEAD, "1番1号", date(2012, 10, 1))
    with pytest.raises(NobodyStays):
        enter(actor, intake(town.ward, "household_split", WHEN), Order(seats=seats(who["一郎"])))


def test_a_household_becomes_part_of_another(town: Town, actor: Actor, home: Household) -> None:
    granny = people(family(town, actor, members=GRANNY))["とめ"]
    told = intake(town.ward, "households_merged", WHEN)
    with pytest.raises(OtherHouseholdMissing):
        enter(actor, told, Order(seats=(Seat(person=granny, relationship="母"),)))
    with pytest.raises(HeadIsThere):
        enter(actor, told, Order(seats=(Seat(person=granny, relationship=HEAD),), household=home))
    enter(actor, told, Order(seats=(Seat(person=granny, relationship="母"),), household=home))
    assert ties(home)["とめ"] == "母"


def test_households_of_two_addresses_do_not_merge(town: Town, actor: Actor, home: Household) -> None:
    granny = people(family(town, actor, members=GRANNY, lot="8番"))["とめ"]
    order = Order(seats=(Seat(person=granny, relationship="母"),), household=home)
    with pytest.raises(AddressesDiffer, match="先に転居"):
        enter(actor, intake(town.ward, "households_merged", WHEN), order)


def test_only_a_whole_household_merges_and_a_part_goes_over(
    town: Town, actor: Actor, home: Household
) -> None:
    other = family(town, actor, members=GRANNY)
    child = people(home)["二葉"]
    order = Order(seats=(Seat(person=child, relationship="子の子"),), household=other)
    with pytest.raises(SomebodyLeftOut):
        enter(actor, intake(town.ward, "households_merged", WHEN), order)
    enter(actor, intake(town.ward, "household_changed", WHEN), order)
    assert ties(other) == {"とめ": HEAD, "二葉": "子の子"}


def test_a_relationship_is_written_anew(town: Town, actor: Actor, home: Household) -> None:
    wife = people(home)["花子"]
    told = intake(town.ward, "household_changed", WHEN)
    with pytest.raises(NothingChanges):
        enter(actor, told, Order(seats=(Seat(person=wife, relationship="妻"),)))
    with pytest.raises(HeadIsThere):
        enter(actor, told, Order(seats=(Seat(person=wife, relationship=HEAD),)))
    enter(actor, told, Order(seats=(Seat(person=wife, relationship="妻（未届）"),)))
    assert ties(home)["花子"] == "妻（未届）"


def test_people_of_two_households_do_not_move_by_one_form(town: Town, actor: Actor, home: Household) -> None:
    granny = people(family(town, actor, members=GRANNY))["とめ"]
    with pytest.raises(OfSeveralHouseholds):
        enter(
            actor,
            intake(town.ward, "died", WHEN, days=None),
            Order(seats=seats(granny, people(home)["太郎"])),
        )


def test_a_movement_of_a_past_day_that_would_leave_a_later_day_without_a_head_is_refused(
    town: Town, actor: Actor, home: Household
) -> None:
    who = people(home)
    rest = {who["一郎"].pk: "子", who["二葉"].pk: "子"}
    enter(actor, intake(town.ward, "head_changed", WHEN), Order(seats=seats(who["花子"]), rest=rest))
    with pytest.raises(HouseholdBroken, match="2012年10月20日にいなくなります"):
        enter(
            actor, intake(town.ward, "household_split", date(2012, 10, 10)), Order(seats=seats(who["一郎"]))
        )
    assert ties(home)["一郎"] == "子"


def test_a_ward_enters_what_happens_in_it(town: Town, actor: Actor, home: Household) -> None:
    neighbour = town.actor(town.staff(Role.REGISTRY_CLERK, ward=town.other_ward))
    with pytest.raises(NotOurWard):
        enter(
            neighbour,
            intake(town.other_ward, "died", WHEN, days=None),
            Order(seats=seats(people(home)["二葉"])),
        )


def test_the_last_of_a_household_becomes_its_head_without_being_asked(town: Town, actor: Actor) -> None:
    couple = family(town, actor, members=FAMILY[:2])
    enter(actor, intake(town.ward, "died", WHEN, days=None), Order(seats=seats(people(couple)["太郎"])))
    assert ties(couple) == {"花子": HEAD}
