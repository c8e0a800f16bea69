"""A chief’s own work is told from what others of the section owe."""

from datetime import date

import pytest
from tests.town import Town

from jichi.kernel.access.roles import Role
from jichi.kernel.deadlines.tests.keeping import asked
from jichi.kernel.deadlines.work import work_of
from jichi.kernel.people.models import Account

ON = date(2012, 8, 1)


def person(town: Town, role: Role) -> Account:
    if role is Role.BUREAU_CHIEF:
        return town.bureau_staff(role, town.section.bureau)
    return town.staff(role, section=town.section)


@pytest.mark.parametrize(
    ("waits_for", "role", "own"),
    [
        (None, Role.SECTION_STAFF, True),
        (None, Role.SECTION_CHIEF, True),
        (None, Role.BUREAU_CHIEF, False),
        (Role.SECTION_STAFF, Role.SECTION_STAFF, True),
        (Role.SECTION_STAFF, Role.SECTION_CHIEF, False),
        (Role.SECTION_CHIEF, Role.SECTION_CHIEF, True),
        (Role.SECTION_CHIEF, Role.SECTION_STAFF, False),
        (Role.BUREAU_CHIEF, Role.BUREAU_CHIEF, True),
        (Role.BUREAU_CHIEF, Role.SECTION_CHIEF, False),
    ],
)
def test_a_clock_is_the_own_work_of_the_role_it_waits_for(
    town: Town, waits_for: Role | None, role: Role, own: bool
) -> None:
    asked(town.section, waits_for=waits_for)
    (item,) = work_of(town.actor(person(town, role)), ON)

    assert item.is_own is own


def test_the_desk_of_a_chief_shows_the_work_of_others_apart_and_does_not_count_it(town: Town) -> None:
    asked(town.section, waits_for=Role.SECTION_STAFF, title="担当者の仕事")
    asked(town.section, waits_for=Role.SECTION_CHIEF, title="課長の仕事", kind="test.own", url="/own/")
    answer = town.browser(person(town, Role.SECTION_CHIEF)).get("/desk/")
    own, others = answer.content.decode().split("<main", 1)[1].split("課や局のほかの人が受け持つ仕事")

    assert ("課長の仕事" in own, "担当者の仕事" in own) == (True, False)
    assert ("課長の仕事" in others, "担当者の仕事" in others) == (False, True)
    assert answer.context["rail"].waiting == 1
