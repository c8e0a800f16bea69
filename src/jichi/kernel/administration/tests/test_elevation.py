"""Roles on standby, demo day, and who looked."""

from datetime import date, timedelta

import pytest
from pytest_django import Settings
from tests.town import LONG_AGO, Town

from jichi.kernel.access.actor import machine
from jichi.kernel.access.models import Elevation, Grant, Look
from jichi.kernel.access.queries import actor_for
from jichi.kernel.access.roles import Role
from jichi.kernel.actions.refusal import NotAllowed, NotThere, Refusal
from jichi.kernel.administration.actions.elevate import AlreadyElevated, TooLong, elevate
from jichi.kernel.administration.actions.end_elevation import ElevationIsOver, end_elevation
from jichi.kernel.administration.actions.give_role import ReasonIsMissing, give_role
from jichi.kernel.administration.actions.look_at import look_at
from jichi.kernel.administration.actions.set_demo_day import NotADemoCity, clear_demo_day, set_demo_day
from jichi.kernel.clock.reading import now, today
from jichi.kernel.ledger.models import Event, PersonalField
from jichi.kernel.people.models import Account

SHELL = machine("shell", Role.ADMINISTRATOR)
HOUR = timedelta(hours=1)


def on_duty(town: Town, **more: object) -> tuple[Account, Grant]:
    account = town.staff(Role.SECTION_STAFF, section=town.section)
    chosen = {"since": LONG_AGO, "reason": "当番", "standby": True, **more}
    return account, give_role(actor=SHELL, account=account, role=Role.ADMINISTRATOR, **chosen)  # type: ignore[arg-type]


def take(town: Town, account: Account, standby: Grant, **more: object) -> Elevation:
    chosen = {"reason": "障害対応", "span": HOUR, **more}
    return elevate(actor=town.actor(account), standby=standby, **chosen)  # type: ignore[arg-type]


def test_a_role_on_standby_is_held_for_the_time_it_is_taken(town: Town) -> None:
    account, standby = on_duty(town)
    elevation = take(town, account, standby)
    assert elevation.ends_at - elevation.started_at == HOUR
    before, during, after = (
        actor_for(account, on=LONG_AGO, at=at).roles
        for at in (elevation.started_at - HOUR, elevation.started_at, elevation.ends_at)
    )
    assert Role.ADMINISTRATOR in during
    assert Role.ADMINISTRATOR not in before | after


def test_the_record_says_that_a_role_was_taken_but_not_by_whom(town: Town) -> None:
    account, standby = on_duty(town)
    take(town, account, standby)
    written = Event.objects.get(type="access.elevation.started")
    assert written.actor == "section_staff"
    assert str(account.public_id) not in str(written.public)
    assert PersonalField.objects.get(event=written, name="reason").clear == "障害対応"


@pytest.mark.parametrize(
    ("more", "refusal"),
    [
        ({"reason": " "}, ReasonIsMissing),
        ({"span": timedelta(hours=8, seconds=1)}, TooLong),
        ({"span": timedelta(0)}, TooLong),
    ],
)
def test_an_elevation_is_short_and_has_a_reason(
    town: Town, more: dict[str, object], refusal: type[Refusal]
) -> None:
    account, standby = on_duty(town)
    with pytest.raises(refusal):
        take(town, account, standby, **more)
    assert not Elevation.objects.exists()


def test_eight_hours_is_the_longest(town: Town) -> None:
    account, standby = on_duty(town)
    assert take(town, account, standby, span=timedelta(hours=8)).pk


def test_somebody_elses_role_on_standby_is_not_there(town: Town) -> None:
    _account, standby = on_duty(town)
    with pytest.raises(NotThere):
        take(town, town.staff(Role.AUDITOR), standby)


@pytest.mark.parametrize("more", [{"standby": False}, {"until": date(2001, 1, 1)}])
def test_only_what_is_on_standby_now_can_be_taken(town: Town, more: dict[str, object]) -> None:
    account, standby = on_duty(town, **more)
    with pytest.raises(NotThere):
        take(town, account, standby)


def test_a_role_is_taken_once_at_a_time(town: Town) -> None:
    account, standby = on_duty(town)
    take(town, account, standby)
    with pytest.raises(AlreadyElevated):
        take(town, account, standby)


def test_a_resident_takes_nothing(town: Town) -> None:
    _account, standby = on_duty(town)
    with pytest.raises(NotAllowed):
        take(town, town.account(), standby)


def test_a_role_is_given_back_before_its_time(town: Town) -> None:
    account, standby = on_duty(town)
    elevation = take(town, account, standby)
    end_elevation(actor=town.actor(account), elevation=elevation)
    assert town.actor(account).roles == {Role.SECTION_STAFF}
    with pytest.raises(ElevationIsOver):
        end_elevation(actor=town.actor(account), elevation=elevation)
    assert take(town, account, standby).pk != elevation.pk


def test_nobody_ends_somebody_elses_elevation(town: Town) -> None:
    account, standby = on_duty(town)
    elevation = take(town, account, standby)
    with pytest.raises(NotThere):
        end_elevation(actor=town.actor(town.staff(Role.ADMINISTRATOR)), elevation=elevation)


def test_the_demo_day_is_set_and_cleared_on_the_record(town: Town, settings: Settings) -> None:
    settings.DEMO = True
    set_demo_day(actor=SHELL, day=date(2012, 7, 8))
    set_demo_day(actor=SHELL, day=date(2012, 7, 9))
    assert today() == date(2012, 7, 9)
    clear_demo_day(actor=SHELL)
    assert today() != date(2012, 7, 9)
    days = [each.public["day"] for each in Event.objects.order_by("position")]
    assert days == ["2012-07-08", "2012-07-09", None]


def test_a_real_city_has_no_demo_day(town: Town, settings: Settings) -> None:
    settings.DEMO = False
    with pytest.raises(NotADemoCity):
        set_demo_day(actor=SHELL, day=date(2012, 7, 8))
    with pytest.raises(NotADemoCity):
        clear_demo_day(actor=SHELL)
    assert not Event.objects.exists()


def test_only_an_administrator_changes_the_day(town: Town, settings: Settings) -> None:
    settings.DEMO = True
    with pytest.raises(NotAllowed):
        set_demo_day(actor=town.actor(town.staff(Role.PLANNING_OFFICER)), day=date(2012, 7, 8))


def test_who_looks_leaves_a_trace_without_names(town: Town) -> None:
    resident, officer = town.account(), town.staff(Role.WARD_STAFF, ward=town.ward)
    look_at(actor=town.actor(officer), concerned=resident, what="相談の記録", why="回答の準備のため")
    look = Look.objects.get()
    assert (look.concerned, look.looked_by, look.actor_title) == (resident, officer, "ward_staff")
    assert now() - look.at < HOUR
    written = Event.objects.get()
    assert written.public == {"what": "相談の記録"}
    assert set(written.commitments) == {"concerned", "why"}


def test_a_resident_looks_at_nobody(town: Town) -> None:
    with pytest.raises(NotAllowed):
        look_at(actor=town.actor(town.account()), concerned=town.account(), what="相談の記録", why="")
