"""What the mayor's office enters itself: each kind with what it writes and what it refuses."""

from datetime import date
from typing import Any

import pytest
from tests.town import Town

from jichi.domains.residents.actions.moves.order import Order, Seat
from jichi.domains.residents.actions.moves.refusals import (
    AlienRegisterClosed,
    HeadIsThere,
    NotOfThisKind,
    NotOnRegister,
    OnlyOnAlienRegister,
    SomethingMissing,
    StayNotEligible,
)
from jichi.domains.residents.actions.moves.remove_absent import NobodyWent, VisitedTwiceADay
from jichi.domains.residents.actions.moves.renumber_addresses import (
    LotsLeftOut,
    NobodyLivesThere,
    Renumbering,
    renumber_addresses,
)
from jichi.domains.residents.actions.moves.restore import NotRemoved
from jichi.domains.residents.actions.moves.table import VERBS
from jichi.domains.residents.models import Entry, Household, Movement, Person
from jichi.domains.residents.rules.kinds import BY_CODE
from jichi.domains.residents.rules.words import HEAD, Register, Sex, Standing
from jichi.kernel.access.actor import Actor

from .families import (
    FAMILY,
    TODAY,
    address,
    clerk,
    enter,
    family,
    intake,
    newcomer,
    people,
    record,
    seats,
    ties,
)
from .small_register import town_in

pytestmark = pytest.mark.django_db
WHEN = date(2012, 10, 20)


@pytest.fixture
def actor(town: Town) -> Actor:
    return clerk(town)


@pytest.fixture
def home(town: Town, actor: Actor) -> Household:
    return family(town, actor)


def test_every_kind_can_be_entered() -> None:
    by_another_door = {"voided", "addresses_renumbered", "taken_over", "loaded"}
    assert set(VERBS) == set(BY_CODE) - by_another_door


def test_a_child_is_born_into_a_household(town: Town, actor: Actor, home: Household) -> None:
    child = Seat(person=Person(), relationship="子", items={"name": "実例　三太", "sex": Sex.MALE})
    enter(actor, intake(town.ward, "born", WHEN, days=None), Order(seats=(child,), household=home))
    born = record(people(home)["三太"])
    assert (born.birth, born.lot, born.resident_since) == (WHEN, "1番1号", WHEN)
    child = Seat(person=Person(), relationship=HEAD, items={"name": "実例　四郎"})
    with pytest.raises(HeadIsThere):
        enter(actor, intake(town.ward, "born", WHEN, days=None), Order(seats=(child,), household=home))


@pytest.mark.parametrize("kind", ["died", "declared_missing"])
def test_who_died_or_is_declared_missing_leaves_the_register(
    town: Town, actor: Actor, home: Household, kind: str
) -> None:
    child = people(home)["二葉"]
    enter(actor, intake(town.ward, kind, WHEN, days=None), Order(seats=seats(child)))
    assert record(child).standing == Standing.REMOVED
    assert "二葉" not in ties(home)
    with pytest.raises(NotOnRegister):
        enter(actor, intake(town.ward, kind, WHEN, days=None), Order(seats=seats(child)))


def test_who_does_not_live_there_is_removed_after_visits(town: Town, actor: Actor, home: Household) -> None:
    everybody = seats(*people(home).values())
    told = intake(town.ward, "not_living_here", WHEN, days=None)
    with pytest.raises(NobodyWent, match="第34条"):
        enter(actor, told, Order(seats=everybody))
    day = date(2012, 10, 5)
    with pytest.raises(VisitedTwiceADay):
        enter(actor, told, Order(seats=everybody, visits=((day, "不在"), (day, "不在"))))
    visits = ((day, "不在。郵便受けに郵便物"), (date(2012, 10, 12), "管理人に聞いた。退去済み"))
    movement = enter(actor, told, Order(seats=everybody, visits=visits))
    assert list(movement.visits.order_by("visited_on").values_list("visited_on", "found")) == list(visits)
    assert ties(home) == {}


def test_a_removed_record_is_restored_where_it_was(town: Town, actor: Actor, home: Household) -> None:
    child = people(home)["二葉"]
    told = intake(town.ward, "restored", date(2012, 10, 25), days=None)
    with pytest.raises(NotRemoved):
        enter(actor, told, Order(seats=seats(child)))
    visits = ((date(2012, 10, 5), "不在"),)
    enter(
        actor, intake(town.ward, "not_living_here", WHEN, days=None), Order(seats=seats(child), visits=visits)
    )
    enter(actor, told, Order(seats=seats(child)))
    assert ties(home)["二葉"] == "子"
    assert record(child).standing == Standing.REGISTERED


ITEMS: dict[str, dict[str, Any]] = {
    "married": {"name": "見本　二葉", "domicile": "横浜市一番", "domicile_first": "見本　次郎"},
    "divorced": {"name": "実例　二葉", "kana": "じつれい　ふたば"},
    "adopted": {"relationship": "養子"},
    "adoption_ended": {"relationship": "同居人"},
    "domicile_changed": {"domicile": "横浜市一番", "domicile_first": "実例　太郎"},
    "family_register_made": {"domicile": "川崎市一番", "domicile_first": "実例　二葉"},
    "amended": {"former_name": "見本"},
    "error_corrected": {"birth": date(2004, 7, 5), "lot": "1番2号"},
}


@pytest.mark.parametrize("kind", ITEMS)
def test_the_items_of_a_kind_are_written_and_no_others(
    town: Town, actor: Actor, home: Household, kind: str
) -> None:
    child = people(home)["二葉"]
    told = intake(town.ward, kind, WHEN, days=None)
    with pytest.raises(NotOfThisKind):
        enter(actor, told, Order(seats=(Seat(person=child, items={"resident_code": "1"}),)))
    movement = enter(actor, told, Order(seats=(Seat(person=child, items=ITEMS[kind]),)))
    entry = movement.entries.get()
    assert {name: getattr(entry, name) for name in entry.written.split()} == {
        name: value for name, value in ITEMS[kind].items() if name in entry.written.split()
    }
    assert record(child).pk == entry.pk


def test_a_domicile_is_not_written_without_its_first_person(
    town: Town, actor: Actor, home: Household
) -> None:
    child = Seat(person=people(home)["二葉"], items={"domicile": "横浜市一番"})
    with pytest.raises(SomethingMissing):
        enter(actor, intake(town.ward, "domicile_changed", WHEN, days=None), Order(seats=(child,)))


def test_a_record_written_anew_says_the_same(town: Town, actor: Actor, home: Household) -> None:
    child = people(home)["二葉"]
    before = record(child).facts
    movement = enter(actor, intake(town.ward, "rewritten", WHEN, days=None), Order(seats=seats(child)))
    assert record(child).facts == before
    assert (record(child).movement_id, record(child).since) == (movement.pk, WHEN)


STAY = {
    "nationality": "BRA",
    "stay_kind": "中長期在留者",
    "stay_status": "定住者",
    "stay_until": date(2014, 3, 1),
}
FOREIGNER = ("DEMO　MARIA", HEAD, Sex.FEMALE, date(1980, 1, 1))


@pytest.mark.parametrize(("day", "goes"), [(date(2012, 7, 8), False), (date(2012, 7, 9), True)])
def test_foreigners_move_in_from_the_ninth_of_july_on(
    town: Town, actor: Actor, day: date, goes: bool
) -> None:
    order = Order(seats=(newcomer(*FOREIGNER, **STAY),), address=address(town.ward))
    if not goes:
        with pytest.raises(OnlyOnAlienRegister, match="2012年7月9日から"):
            enter(actor, intake(town.ward, "came_from_abroad", day), order)
    else:
        movement = enter(actor, intake(town.ward, "came_from_abroad", day), order)
        assert movement.entries.get().register == Register.RESIDENT


@pytest.mark.parametrize(("day", "goes"), [(date(2012, 7, 8), True), (date(2012, 7, 9), False)])
def test_the_alien_register_ends_with_the_eighth_of_july(
    town: Town, actor: Actor, day: date, goes: bool
) -> None:
    order = Order(seats=(newcomer(*FOREIGNER, **STAY),), address=address(town.ward))
    told = intake(town.ward, "alien_registered", day, days=None)
    if goes:
        assert enter(actor, told, order).entries.get().register == Register.ALIEN
    else:
        with pytest.raises(AlienRegisterClosed, match="2012年7月8日で終わりました"):
            enter(actor, told, order)


def test_a_short_stay_makes_no_record(town: Town, actor: Actor) -> None:
    order = Order(
        seats=(newcomer(*FOREIGNER, **{**STAY, "stay_kind": "短期滞在"}),), address=address(town.ward)
    )
    with pytest.raises(StayNotEligible):
        enter(actor, intake(town.ward, "came_from_abroad", WHEN), order)


@pytest.mark.parametrize("kind", ["naturalised", "nationality_acquired"])
def test_who_becomes_japanese_has_a_domicile_and_no_stay(town: Town, actor: Actor, kind: str) -> None:
    order = Order(seats=(newcomer(*FOREIGNER, **STAY),), address=address(town.ward))
    person = enter(actor, intake(town.ward, "came_from_abroad", WHEN), order).entries.get().person
    stay = Seat(person=person, items={"stay_until": date(2015, 3, 1)})
    enter(actor, intake(town.ward, "stay_changed", WHEN, days=None), Order(seats=(stay,)))
    items = {"name": "見本　まりあ", "domicile": "川崎市一番", "domicile_first": "見本　まりあ"}
    enter(
        actor,
        intake(town.ward, kind, date(2012, 10, 25), days=None),
        Order(seats=(Seat(person=person, items=items),)),
    )
    now = record(person).facts
    assert (now.nationality, now.stay_kind, now.stay_until, now.domicile) == ("JPN", "", None, "川崎市一番")


def test_who_is_japanese_no_more_has_a_stay_or_goes(town: Town, actor: Actor, home: Household) -> None:
    child = people(home)["二葉"]
    told = intake(town.ward, "nationality_lost", WHEN, days=None)
    with pytest.raises(StayNotEligible):
        enter(actor, told, Order(seats=(Seat(person=child, items={"nationality": "USA"}),)))
    items = {"nationality": "USA", "stay_kind": "経過滞在者", "stay_until": date(2012, 12, 19)}
    enter(actor, told, Order(seats=(Seat(person=child, items=items),)))
    assert (record(child).nationality, record(child).domicile) == ("USA", "")


def test_all_who_live_on_the_lots_of_a_town_get_a_new_address(
    town: Town, actor: Actor, home: Household
) -> None:
    family(town, actor, members=(("実例　三郎", *FAMILY[0][1:3], date(1975, 4, 1)),), lot="2番")
    new = town_in(town.ward, "新見本町")
    told = intake(town.ward, "addresses_renumbered", WHEN, days=None)
    order = Renumbering(town=town_in(town.ward), new_town=new, lots={"1番1号": "5番1号"})
    with pytest.raises(LotsLeftOut, match="2番"):
        renumber_addresses(actor=actor, intake=told, order=order, on=TODAY)
    order = Renumbering(town=order.town, new_town=new, lots={"1番1号": "5番1号", "2番": "5番2号"})
    movement = renumber_addresses(actor=actor, intake=told, order=order, on=TODAY)
    assert sorted(movement.entries.values_list("lot", flat=True)) == ["5番1号"] * 4 + ["5番2号"]
    assert record(people(home)["太郎"]).address_since == date(2012, 10, 1)
    again = intake(town.ward, "addresses_renumbered", WHEN, days=None)
    with pytest.raises(NobodyLivesThere):
        renumber_addresses(actor=actor, intake=again, order=order, on=TODAY)
    assert Movement.objects.filter(kind="addresses_renumbered").count() == 1
    assert Entry.objects.filter(superseded_at=None, until=None, town=order.town).count() == 0
