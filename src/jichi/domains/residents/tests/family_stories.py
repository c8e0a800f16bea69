"""Two people whose family registers the tests tell stories of."""

from datetime import date

import pytest
from tests.town import Town

from jichi.domains.residents.actions.family.family_intake import Named
from jichi.domains.residents.models import FamilyMember
from jichi.domains.residents.rules.family.words import Role

from .small_family import (
    accepted,
    named,
    now_of,
    parents_and,
)

BORN_M, BORN_F = date(1985, 3, 3), date(1986, 4, 4)


@pytest.fixture
def taro(town: Town) -> FamilyMember:
    return parents_and(town, "見本", "太郎", "1", BORN_M)


@pytest.fixture
def hanako(town: Town) -> FamilyMember:
    return parents_and(town, "実例", "花子", "2", BORN_F, ward=town.other_ward, lot="2番")


def child_of(town: Town, *parents: FamilyMember, on: date = date(2013, 1, 10)) -> FamilyMember:
    roles = {"1": Role.FATHER, "2": Role.MOTHER}
    told = [named(parent, roles[now_of(parent).sex]) for parent in parents]
    its = Named(role=Role.CHILD, name="一", kana="はじめ", birth=on, sex="1")
    notification = accepted(
        town,
        "birth",
        its,
        *told,
        on=on,
        happened_on=on,
        place="川崎市幸区",
        relation="長男",
        notified_by="父",
    )
    person = notification.parties.get(role="child").person
    assert person is not None
    return person.memberships.get()


def both(man: FamilyMember, woman: FamilyMember) -> list[object]:
    return [named(man, Role.HUSBAND), named(woman, Role.WIFE)]


def place_last(member: FamilyMember) -> FamilyMember:
    found = FamilyMember.objects.filter(person=member.person).order_by("-pk").first()
    assert found is not None
    return found
