"""Moving in, within and out: the register, the public record, and what the clerk reads."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.town import Town

from jichi.domains.residents.actions.moves.confirm_move_out import NotLeaving
from jichi.domains.residents.actions.moves.give_up_move_out import give_up_move_out
from jichi.domains.residents.actions.moves.order import Order, Seat
from jichi.domains.residents.actions.moves.refusals import (
    AddressesDiffer,
    AddressMissing,
    AddressUnchanged,
    HeadIsThere,
    LateWithoutReason,
    NextHeadMissing,
    OneHeadNeeded,
    OnRegister,
    RelationshipMissing,
    SomethingMissing,
)
from jichi.domains.residents.actions.writing import SentBefore
from jichi.domains.residents.models import Entry, Movement, Person
from jichi.domains.residents.rules.words import HEAD, Sex, Standing
from jichi.kernel.access.actor import Actor
from jichi.kernel.access.roles import Role
from jichi.kernel.actions.refusal import NotAllowed
from jichi.kernel.ledger.models import Event, PersonalField

from .families import (
    DAY,
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

pytestmark = pytest.mark.django_db
MOVED = date(2012, 10, 20)


@pytest.fixture
def actor(town: Town) -> Actor:
    return clerk(town)


def test_a_family_of_four_that_moved_in_is_one_movement_with_four_records(town: Town, actor: Actor) -> None:
    home = family(town, actor)
    movement = Movement.objects.get()
    assert ties(home) == {"太郎": HEAD, "花子": "妻", "一郎": "子", "二葉": "子"}
    assert movement.entries.count() == 4
    event = Event.objects.get(type="residents.register.kept")
    assert event.public == {"act": movement.number, "office": town.ward.code}
    told = json.loads(PersonalField.objects.get(event=event, name="about").clear)
    assert len(told["people"]) == 4
    assert told["basis"] == "住民基本台帳法第22条"
    assert event.basis == "戸籍住民基本台帳事務"


def test_the_same_form_sent_twice_is_one_movement(town: Town, actor: Actor) -> None:
    told = intake(town.ward, "moved_in")
    order = Order(seats=(newcomer(*FAMILY[0]),), address=address(town.ward))
    enter(actor, told, order)
    again = Order(seats=(newcomer(*FAMILY[0]),), address=address(town.ward))
    with pytest.raises(SentBefore):
        enter(actor, told, again)
    assert (Movement.objects.count(), Person.objects.count()) == (1, 1)


def test_another_wards_clerk_enters_nothing(town: Town) -> None:
    neighbour = town.actor(town.staff(Role.REGISTRY_CLERK, ward=town.other_ward))
    with pytest.raises(NotAllowed):
        family(town, neighbour)
    assert Movement.objects.count() == 0


def test_who_lived_here_before_keeps_the_number(town: Town, actor: Actor) -> None:
    home = family(town, actor, members=FAMILY[:1])
    person = people(home)["太郎"]
    order = Order(seats=seats(person), place="横浜市", leaving_on=MOVED)
    enter(actor, intake(town.ward, "moving_out", DAY + timedelta(days=9)), order)
    enter(actor, intake(town.ward, "move_out_confirmed", MOVED, days=None), Order(seats=seats(person)))
    back = Seat(person=person, relationship=HEAD, items={"name": "実例　太郎", "birth": date(1970, 4, 1)})
    order = Order(seats=(back,), address=address(town.ward, "5番5号"), place="横浜市")
    enter(actor, intake(town.ward, "moved_in", date(2012, 10, 30)), order)
    assert Person.objects.count() == 1
    again = record(person)
    assert (again.standing, again.lot, again.gone_to, again.came_from) == (
        "registered",
        "5番5号",
        "",
        "横浜市",
    )


@pytest.mark.parametrize(
    ("relationships", "why"),
    [((HEAD, HEAD), OneHeadNeeded), (("妻", "子"), OneHeadNeeded), ((HEAD, ""), RelationshipMissing)],
)
def test_a_new_household_has_one_head_and_everybody_a_relationship(
    town: Town, actor: Actor, relationships: tuple[str, str], why: type[Exception]
) -> None:
    members = tuple((each[0], word, *each[2:]) for each, word in zip(FAMILY, relationships, strict=False))
    with pytest.raises(why):
        family(town, actor, members=members)
    assert Person.objects.count() == 0


def test_who_joins_a_household_lives_at_its_address_and_is_not_its_head(town: Town, actor: Actor) -> None:
    home = family(town, actor)
    told = intake(town.ward, "moved_in", MOVED)
    mother = ("実例　とめ", HEAD, Sex.FEMALE, date(1945, 1, 1))
    with pytest.raises(HeadIsThere):
        enter(actor, told, Order(seats=(newcomer(*mother),), address=address(town.ward), household=home))
    mother = ("実例　とめ", "母", *mother[2:])
    with pytest.raises(AddressesDiffer):
        enter(
            actor, told, Order(seats=(newcomer(*mother),), address=address(town.ward, "9番"), household=home)
        )
    enter(actor, told, Order(seats=(newcomer(*mother),), address=address(town.ward), household=home))
    assert ties(home)["とめ"] == "母"
    assert "とめ" not in ties(home, MOVED - timedelta(days=1))


def test_who_has_a_record_here_does_not_move_in(town: Town, actor: Actor) -> None:
    home = family(town, actor)
    seat = Seat(
        person=people(home)["太郎"],
        relationship=HEAD,
        items={"name": "実例　太郎", "birth": date(1970, 4, 1)},
    )
    with pytest.raises(OnRegister, match="転居を選んでください（住民基本台帳法第23条）"):
        enter(actor, intake(town.ward, "moved_in", MOVED), Order(seats=(seat,), address=address(town.ward)))


@pytest.mark.parametrize(
    ("order", "why"),
    [
        ({"address": None}, AddressMissing),
        ({"seats": (newcomer("", HEAD, Sex.MALE, DAY),)}, SomethingMissing),
        ({"seats": (newcomer("実例　太郎", HEAD, Sex.MALE, None),)}, SomethingMissing),  # type: ignore[arg-type]
    ],
)
def test_without_a_name_a_birth_or_an_address_nobody_comes_in(
    town: Town, actor: Actor, order: dict[str, object], why: type[Exception]
) -> None:
    whole = Order(seats=(newcomer(*FAMILY[0]),), address=address(town.ward))
    with pytest.raises(why):
        enter(actor, intake(town.ward, "moved_in"), replace(whole, **order))  # type: ignore[arg-type]


def test_a_whole_household_that_moves_stays_one_household(town: Town, actor: Actor) -> None:
    home = family(town, actor)
    order = Order(seats=seats(*people(home).values()), address=address(town.ward, "2番2号", "見本荘101"))
    enter(actor, intake(town.ward, "moved", MOVED), order)
    assert ties(home) == {"太郎": HEAD, "花子": "妻", "一郎": "子", "二葉": "子"}
    entry = record(people(home)["花子"])
    assert (entry.lot, entry.building, entry.address_since) == ("2番2号", "見本荘101", MOVED)
    assert entry.resident_since == DAY


def test_when_the_head_moves_alone_the_next_head_is_asked_for(town: Town, actor: Actor) -> None:
    home = family(town, actor)
    who = people(home)
    order = Order(seats=seats(who["太郎"]), address=address(town.ward, "2番2号"))
    told = intake(town.ward, "moved", MOVED)
    with pytest.raises(NextHeadMissing, match="次の世帯主"):
        enter(actor, told, order)
    with pytest.raises(RelationshipMissing) as refusal:
        enter(actor, told, replace(order, next_head=who["花子"]))
    assert set(refusal.value.fields) == {f"rest-{who[name].public_id.hex}" for name in ("一郎", "二葉")}
    rest = {who["一郎"].pk: "子", who["二葉"].pk: "子"}
    enter(actor, told, replace(order, next_head=who["花子"], rest=rest))
    assert ties(home) == {"花子": HEAD, "一郎": "子", "二葉": "子"}
    moved = record(who["太郎"])
    assert (moved.relationship, moved.household_id == home.pk) == (HEAD, False)


def test_a_move_to_the_same_address_is_no_move(town: Town, actor: Actor) -> None:
    home = family(town, actor)
    order = Order(seats=seats(*people(home).values()), address=address(town.ward))
    with pytest.raises(AddressUnchanged, match="第25条"):
        enter(actor, intake(town.ward, "moved", MOVED), order)


def test_who_announces_a_move_out_stays_on_the_register_until_it_is_confirmed(
    town: Town, actor: Actor
) -> None:
    home = family(town, actor)
    who = people(home)
    order = Order(seats=seats(*who.values()), place="横浜市見本区1番", leaving_on=MOVED)
    enter(actor, intake(town.ward, "moving_out", DAY + timedelta(days=9)), order)
    waiting = record(who["太郎"])
    assert (waiting.standing, waiting.going_to, waiting.leaving_on) == (
        Standing.LEAVING,
        "横浜市見本区1番",
        MOVED,
    )
    enter(actor, intake(town.ward, "move_out_confirmed", MOVED, days=None), Order(seats=seats(*who.values())))
    gone = record(who["太郎"])
    assert (gone.standing, gone.gone_to, gone.leaving_on) == (Standing.REMOVED, "横浜市見本区1番", None)
    assert ties(home) == {}
    assert len(ties(home, MOVED - timedelta(days=1))) == 4


def test_the_next_head_follows_on_the_day_on_which_the_head_leaves(town: Town, actor: Actor) -> None:
    home = family(town, actor)
    who = people(home)
    rest = {who["一郎"].pk: "子", who["二葉"].pk: "子"}
    order = Order(
        seats=seats(who["太郎"]), place="横浜市", leaving_on=MOVED, next_head=who["花子"], rest=rest
    )
    enter(actor, intake(town.ward, "moving_out", DAY + timedelta(days=9)), order)
    assert ties(home, MOVED - timedelta(days=1))["太郎"] == HEAD
    assert ties(home, MOVED)["花子"] == HEAD
    really = MOVED + timedelta(days=3)
    enter(actor, intake(town.ward, "move_out_confirmed", really, days=None), Order(seats=seats(who["太郎"])))
    assert ties(home, MOVED) == {"太郎": HEAD, "花子": "妻", "一郎": "子", "二葉": "子"}
    assert ties(home, really) == {"花子": HEAD, "一郎": "子", "二葉": "子"}


def test_who_gives_up_leaving_stands_as_before(town: Town, actor: Actor) -> None:
    home = family(town, actor)
    who = people(home)
    rest = {who["一郎"].pk: "子", who["二葉"].pk: "子"}
    order = Order(
        seats=seats(who["太郎"]), place="横浜市", leaving_on=MOVED, next_head=who["花子"], rest=rest
    )
    announced = enter(actor, intake(town.ward, "moving_out", DAY + timedelta(days=9)), order)
    told = intake(town.ward, "voided", TODAY, days=None, note="引っ越しをやめた")
    give_up_move_out(actor=actor, intake=told, announced=announced, on=TODAY)
    assert ties(home) == {"太郎": HEAD, "花子": "妻", "一郎": "子", "二葉": "子"}
    assert record(who["太郎"]).standing == Standing.REGISTERED
    with pytest.raises(NotLeaving):
        give_up_move_out(
            actor=actor, intake=replace(told, ticket=announced.ticket), announced=announced, on=TODAY
        )


def test_only_who_announced_it_is_confirmed_to_have_left(town: Town, actor: Actor) -> None:
    home = family(town, actor)
    with pytest.raises(NotLeaving, match="先に転出を入力"):
        enter(
            actor,
            intake(town.ward, "move_out_confirmed", MOVED, days=None),
            Order(seats=seats(*people(home).values())),
        )


def test_leaving_is_told_beforehand_or_with_a_reason(town: Town, actor: Actor) -> None:
    home = family(town, actor)
    order = Order(seats=seats(*people(home).values()), place="横浜市", leaving_on=MOVED)
    told = intake(town.ward, "moving_out", MOVED + timedelta(days=1))
    with pytest.raises(LateWithoutReason, match="第24条"):
        enter(actor, told, order)
    enter(actor, replace(told, late_reason="入院していた"), order)
    assert Movement.objects.get(kind="moving_out").due_on == MOVED
    assert Entry.objects.filter(standing=Standing.LEAVING, superseded_at=None).count() == 4
