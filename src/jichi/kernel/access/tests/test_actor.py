"""From an account to an actor: which roles hold on a day and at a moment."""

from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import RequestFactory
from pytest_django import DjangoAssertNumQueries, Settings
from tests.town import Town

from jichi.kernel.access.actor import NOBODY, machine
from jichi.kernel.access.middleware import actor_of
from jichi.kernel.access.models import Elevation, Grant
from jichi.kernel.access.names import place_name, role_name, title_in_words
from jichi.kernel.access.queries import actor_for
from jichi.kernel.access.roles import Held, Role
from jichi.kernel.clock.models import DemoDay
from jichi.kernel.clock.reading import now

FIRST, LAST = date(2012, 4, 1), date(2013, 3, 31)


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (FIRST - timedelta(days=1), False),
        (FIRST, True),
        (LAST, True),
        (LAST + timedelta(days=1), False),
    ],
)
def test_a_role_holds_from_its_first_day_to_the_day_before_its_end(
    town: Town, day: date, holds: bool
) -> None:
    account = town.account()
    Grant.objects.create(
        account=account, role=Role.AUDITOR, since=FIRST, until=LAST + timedelta(days=1), reason="辞令"
    )
    assert (Role.AUDITOR in town.actor(account, on=day).roles) is holds


@pytest.mark.parametrize(
    ("offset", "holds"),
    [
        (timedelta(microseconds=-1), False),
        (timedelta(0), True),
        (timedelta(hours=1, microseconds=-1), True),
        (timedelta(hours=1), False),
    ],
)
def test_an_elevation_runs_out_by_itself(town: Town, offset: timedelta, holds: bool) -> None:
    account, start = town.account(works_for_city=True), now()
    Elevation.objects.create(
        account=account,
        role=Role.ADMINISTRATOR,
        reason="夜間の障害対応",
        started_at=start,
        ends_at=start + timedelta(hours=1),
    )
    actor = actor_for(account, on=FIRST, at=start + offset)
    assert (Role.ADMINISTRATOR in actor.roles) is holds


def test_a_role_on_standby_gives_no_rights_by_itself(town: Town) -> None:
    account = town.account(works_for_city=True)
    Grant.objects.create(account=account, role=Role.ADMINISTRATOR, since=FIRST, standby=True, reason="当番")
    assert town.actor(account).held == frozenset()


def test_an_inactive_account_is_nobody(town: Town) -> None:
    account = town.staff(Role.ADMINISTRATOR)
    account.is_active = False
    assert town.actor(account) is NOBODY


def test_each_role_keeps_its_place(town: Town) -> None:
    account = town.staff(Role.WARD_STAFF, ward=town.ward)
    Grant.objects.create(
        account=account, role=Role.SECTION_CHIEF, section=town.section, since=FIRST, reason="辞令"
    )
    assert town.actor(account).held == {
        Held(role=Role.WARD_STAFF, ward=town.ward.code),
        Held(role=Role.SECTION_CHIEF, section=town.section.code),
    }


def test_reading_an_actor_takes_two_queries(
    town: Town, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    account = town.staff(Role.SECTION_CHIEF, section=town.section)
    with django_assert_num_queries(2):
        town.actor(account)


def test_a_role_is_never_held_in_two_places_at_once(town: Town) -> None:
    with pytest.raises(IntegrityError, match="a_grant_is_for_one_place_or_the_city"), transaction.atomic():
        Grant.objects.create(
            account=town.account(),
            role=Role.WARD_STAFF,
            ward=town.ward,
            section=town.section,
            since=FIRST,
            reason="辞令",
        )


def test_a_role_that_the_house_does_not_know_cannot_be_stored(town: Town) -> None:
    with pytest.raises(IntegrityError, match="a_grant_gives_a_known_role"), transaction.atomic():
        Grant.objects.create(account=town.account(), role="emperor", since=FIRST, reason="辞令")


def test_a_demo_day_does_not_decide_who_may_do_what(
    town: Town, settings: Settings, rf: RequestFactory
) -> None:
    settings.DEMO = True
    DemoDay.objects.create(id=1, day=date(1999, 1, 1))
    request = rf.get("/")
    request.user = town.staff(Role.ADMINISTRATOR)
    assert actor_of(request).roles == {Role.ADMINISTRATOR}


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("planning_officer+section_chief", "計画担当・課長"),
        ("resident", "利用者"),
        ("nobody", "サインインしていない人"),
        ("machine:importer", "自動処理（データの取り込み）"),
        ("machine:demo-bureau-chief", "自動処理（デモの局長）"),
    ],
)
def test_the_record_names_the_role_and_not_the_person(title: str, words: str) -> None:
    assert title_in_words(title) == words


def test_the_title_of_an_actor_never_carries_a_name(town: Town) -> None:
    account = town.staff(Role.SECTION_CHIEF, section=town.section)
    assert town.actor(account).title == "section_chief"
    assert town.actor(town.account()).title == "resident"
    assert machine("importer", Role.AUDITOR).title == "machine:importer"
    assert NOBODY.title == "nobody"


@pytest.mark.parametrize("role", list(Role))
def test_every_role_has_a_name(role: Role) -> None:
    assert role_name(role) != role.value


def test_a_place_is_said_in_words(town: Town) -> None:
    held = Grant(role=Role.WARD_STAFF, ward=town.ward)
    assert place_name(held) == "川崎区"
    assert place_name(Grant(role=Role.AUDITOR)) == "市全体"


def test_moments_of_an_elevation_are_in_order(town: Town) -> None:
    start: datetime = now()
    with pytest.raises(IntegrityError, match="an_elevation_ends_after_it_started"), transaction.atomic():
        Elevation.objects.create(
            account=town.account(), role=Role.AUDITOR, reason="確認", started_at=start, ends_at=start
        )
