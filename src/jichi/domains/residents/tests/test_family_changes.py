"""Who enters and leaves which family register at separations, adoptions, changes of name and of nationality."""

import json
from datetime import date

import pytest
from tests.town import Town

from jichi.domains.residents.actions.family.family_intake import Named
from jichi.domains.residents.models import FamilyMember, FamilyTie
from jichi.domains.residents.queries.family import family_register_of
from jichi.domains.residents.rules.family.words import Role
from jichi.kernel.ledger.models import Event, PersonalField

from .family_stories import BORN_F, both, child_of, hanako, place_last, taro
from .small_family import (
    DAY,
    WITNESSES,
    accepted,
    couple,
    family,
    headings,
    married,
    named,
    now_of,
    place_now,
)
from .small_register import town_in

__all__ = ["hanako", "taro"]
pytestmark = pytest.mark.django_db


def test_a_grown_child_separates(town: Town, taro: FamilyMember) -> None:
    accepted(town, "separation", named(taro, Role.SUBJECT), new_town=town_in(town.ward), new_lot="4番")
    held = now_of(place_now(taro))
    assert (held.name, held.member.place, held.entered_why) == ("見本　太郎", 1, "separation")
    assert headings(held.member) == ["出生", "分籍"]


def test_an_adopted_child_takes_surname_and_register(town: Town, hanako: FamilyMember) -> None:
    man, woman = couple("養家", man="親", woman="母子")
    adopters = family(town, man, woman, lot="30番")
    husband, wife = adopters.members.get(place=1), adopters.members.get(place=2)
    accepted(
        town,
        "adoption",
        named(husband, Role.ADOPTER),
        named(wife, Role.ADOPTER_SPOUSE),
        named(hanako, Role.SUBJECT),
        *WITNESSES,
        relation="養女",
    )
    held = now_of(place_now(hanako))
    assert held.member.register == adopters
    assert (held.name, held.adoptive_father, held.adoptive_mother) == ("養家　花子", "養家親", "養家母子")
    assert (held.adoptive_relation, held.father) == ("養女", "実例一男")
    assert headings(husband) == ["出生", "養子縁組"]
    ended = date(2014, 7, 1)
    accepted(
        town,
        "adoption_ended",
        named(husband, Role.ADOPTER),
        named(wife, Role.ADOPTER_SPOUSE),
        named(place_now(hanako), Role.SUBJECT),
        *WITNESSES,
        on=ended,
        choice="return",
    )
    back = now_of(place_last(hanako))
    assert (back.member.register, back.name, back.adoptive_father) == (hanako.register, "実例　花子", "")
    assert FamilyTie.objects.filter(kind="adoptive_parent", until=ended).count() == 2


def test_an_acknowledged_child_stays_where_it_is(
    town: Town, taro: FamilyMember, hanako: FamilyMember
) -> None:
    born = child_of(town, hanako, on=DAY)
    accepted(town, "acknowledgement", named(taro, Role.FATHER), named(born, Role.CHILD))
    held = now_of(born)
    assert (held.father, held.name) == ("見本太郎", "実例　一")
    assert headings(taro)[-1] == headings(born)[-1] == "認知"


def test_a_child_enters_the_register_of_the_parent_whose_name_it_takes(
    town: Town, taro: FamilyMember, hanako: FamilyMember
) -> None:
    married(town, taro, hanako)
    born = child_of(town, place_now(taro), place_now(hanako))
    later = date(2014, 5, 1)
    said = {"choice": "new_register", "new_town": town_in(town.ward), "new_lot": "9番", "custody": "母"}
    accepted(town, "divorce", *both(place_now(taro), place_now(hanako)), *WITNESSES, on=later, **said)
    accepted(
        town,
        "entry",
        named(born, Role.SUBJECT),
        named(place_last(hanako), Role.MOTHER),
        on=later,
        court="横浜家庭裁判所川崎支部",
        court_on=later,
        consent_by="母",
    )
    held = now_of(place_last(born))
    assert (held.name, held.member.register) == ("実例　一", place_last(hanako).register)
    assert headings(held.member) == ["出生", "親権", "入籍"]


def test_a_changed_surname_is_that_of_everybody_in_the_register(town: Town, taro: FamilyMember) -> None:
    head, wife = taro.register.members.get(place=1), taro.register.members.get(place=2)
    accepted(
        town,
        "surname_change",
        named(head, Role.SUBJECT),
        named(wife, Role.SPOUSE),
        new_name="新氏",
        court="横浜家庭裁判所",
        court_on=DAY,
    )
    names = [now_of(each).name for each in taro.register.members.order_by("place")]
    assert names == ["新氏　一男", "新氏　和子", "新氏　太郎"]


def test_who_is_naturalised_gets_a_register(town: Town) -> None:
    person = Named(role=Role.SUBJECT, name="新国　民", birth=BORN_F, sex="2")
    said = {
        "new_town": town_in(town.ward),
        "new_lot": "4番",
        "other_nationality": "アメリカ合衆国",
        "happened_on": DAY,
    }
    notification = accepted(town, "naturalised", person, **said)
    known = notification.parties.get().person
    assert known is not None
    assert family_register_of(known, DAY) is not None


def test_who_loses_nationality_leaves(town: Town, taro: FamilyMember) -> None:
    accepted(town, "nationality_lost", named(taro, Role.SUBJECT), happened_on=DAY, other_nationality="カナダ")
    assert now_of(taro).left_why == "nationality_lost"
    assert family_register_of(taro.person, DAY) is None


def test_a_missing_person_is_held_to_have_died(town: Town, taro: FamilyMember) -> None:
    accepted(
        town,
        "missing",
        named(taro, Role.SUBJECT),
        happened_on=date(2010, 1, 1),
        court="横浜家庭裁判所",
        court_on=DAY,
    )
    assert (now_of(taro).left_on, now_of(taro).left_why) == (date(2010, 1, 1), "missing")


def test_the_record_tells_number_and_ward_and_nothing_of_anybody(
    town: Town, taro: FamilyMember, hanako: FamilyMember
) -> None:
    notification = married(town, taro, hanako)
    told = PersonalField.objects.filter(
        name="about", clear__contains=f'"notification": "{notification.number}"'
    )
    events = list(Event.objects.filter(pk__in=told.values("event")).order_by("pk"))
    assert [set(event.public) for event in events] == [{"act", "office"}] * 2
    assert all(event.public["act"].startswith("22-") for event in events)
    said = json.loads(PersonalField.objects.get(event=events[-1], name="about").clear)
    assert set(said["people"]) >= {taro.person.number, hanako.person.number}
    assert said["kind"] == "marriage"
