"""Who is related to whom, as far as the registers know, in few queries."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries
from tests.town import Town

from jichi.domains.residents.models import FamilyMember
from jichi.domains.residents.queries.family import (
    Relation,
    are_near,
    direct_line,
    direct_relation,
    family_register_of,
    member_of,
    registers_ever,
    relation_to_register,
)
from jichi.domains.residents.rules.family.words import Role

from .small_family import DAY, MADE, WITNESSES, accepted, married, named, parents_and, place_now

pytestmark = pytest.mark.django_db

BEFORE = date(2012, 7, 8)


@pytest.fixture
def taro(town: Town) -> FamilyMember:
    return parents_and(town, "見本", "太郎", "1", date(1985, 3, 3))


@pytest.fixture
def hanako(town: Town) -> FamilyMember:
    return parents_and(town, "実例", "花子", "2", date(1986, 4, 4), lot="2番")


def test_the_register_of_any_day(town: Town, taro: FamilyMember, hanako: FamilyMember) -> None:
    married(town, taro, hanako)
    person = hanako.person
    assert family_register_of(person, date(1999, 1, 1)) is None
    assert family_register_of(person, MADE) == family_register_of(person, BEFORE) == hanako.register
    assert family_register_of(person, DAY) == place_now(hanako).register != hanako.register
    assert member_of(person, DAY) == place_now(hanako)
    assert list(registers_ever(person)) == [place_now(hanako).register, hanako.register]


def test_the_direct_line_is_known_on_each_day(town: Town, taro: FamilyMember, hanako: FamilyMember) -> None:
    father = taro.register.members.get(place=1).person
    assert direct_relation(taro.person, hanako.person, BEFORE) is None
    married(town, taro, hanako)
    assert direct_relation(taro.person, hanako.person, DAY) is Relation.SPOUSE
    assert direct_relation(taro.person, hanako.person, BEFORE) is None
    assert direct_relation(taro.person, father, DAY) is Relation.ASCENDANT
    assert direct_relation(father, taro.person, DAY) is Relation.DESCENDANT
    assert direct_relation(hanako.person, father, DAY) is None
    assert direct_relation(father, father, DAY) is Relation.SELF


def test_a_divorced_spouse_is_one_no_more(town: Town, taro: FamilyMember, hanako: FamilyMember) -> None:
    married(town, taro, hanako)
    later = date(2013, 1, 1)
    couple = named(place_now(taro), Role.HUSBAND), named(place_now(hanako), Role.WIFE)
    accepted(town, "divorce", *couple, *WITNESSES, on=later, choice="return")
    assert direct_line(taro.person, later).spouse is None
    assert direct_line(taro.person, date(2012, 12, 31)).spouse == hanako.person.pk


def test_who_may_ask_for_a_register(town: Town, taro: FamilyMember, hanako: FamilyMember) -> None:
    married(town, taro, hanako)
    home, own = taro.register, place_now(taro).register
    father = home.members.get(place=1).person
    assert relation_to_register(taro.person, home, DAY) is Relation.LISTED
    assert relation_to_register(father, own, DAY) is Relation.ASCENDANT
    assert relation_to_register(hanako.person, home, DAY) is Relation.SPOUSE
    hers = hanako.register.members.get(place=1).person
    assert relation_to_register(hers, home, DAY) is None


def test_the_direct_line_is_read_in_few_queries(
    town: Town,
    taro: FamilyMember,
    hanako: FamilyMember,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    married(town, taro, hanako)
    with django_assert_max_num_queries(5):
        line = direct_line(taro.person, DAY)
    assert len(line.ascendants) == 2


def test_parent_and_child_are_near_and_a_couple_is_not(
    town: Town, taro: FamilyMember, hanako: FamilyMember
) -> None:
    mother = taro.register.members.get(place=2).person
    assert are_near(taro.person.pk, mother.pk, DAY)
    assert not are_near(taro.person.pk, hanako.person.pk, DAY)
