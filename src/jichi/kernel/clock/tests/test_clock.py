"""The city's day and the real moment."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from pytest_django import Settings

from jichi.kernel.clock.models import DemoDay
from jichi.kernel.clock.reading import in_the_past, local_day, now, today

JUST_BEFORE_MIDNIGHT = datetime(2012, 7, 8, 14, 59, 59, tzinfo=UTC)
MIDNIGHT = datetime(2012, 7, 8, 15, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "day"), [(JUST_BEFORE_MIDNIGHT, date(2012, 7, 8)), (MIDNIGHT, date(2012, 7, 9))]
)
def test_the_day_changes_at_midnight_in_japan(moment: datetime, day: date) -> None:
    assert local_day(moment) == day


def test_today_is_the_date_in_japan() -> None:
    with time_machine.travel(MIDNIGHT, tick=False):
        assert today() == date(2012, 7, 9)


def test_now_is_an_aware_moment_in_utc() -> None:
    with time_machine.travel(MIDNIGHT, tick=False):
        assert now() == MIDNIGHT
        assert now().utcoffset() == timedelta(0)


def test_a_demo_day_replaces_today_in_a_demo_city(db: None, settings: Settings) -> None:
    settings.DEMO = True
    DemoDay.objects.create(id=1, day=date(2012, 7, 8))
    assert today() == date(2012, 7, 8)


def test_a_demo_city_without_a_demo_day_lives_today(db: None, settings: Settings) -> None:
    settings.DEMO = True
    with time_machine.travel(MIDNIGHT, tick=False):
        assert today() == date(2012, 7, 9)


def test_a_demo_day_counts_for_nothing_in_a_real_city(db: None, settings: Settings) -> None:
    settings.DEMO = False
    DemoDay.objects.create(id=1, day=date(1999, 1, 1))
    with time_machine.travel(MIDNIGHT, tick=False):
        assert today() == date(2012, 7, 9)


def test_a_demo_day_never_bends_the_moment(db: None, settings: Settings) -> None:
    settings.DEMO = True
    DemoDay.objects.create(id=1, day=date(1999, 1, 1))
    with time_machine.travel(MIDNIGHT, tick=False):
        assert now() == MIDNIGHT


def test_there_is_only_one_demo_day(db: None) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        DemoDay.objects.create(id=2, day=date(2012, 7, 8))


@pytest.mark.parametrize(("ago", "past"), [(60, False), (61, True)])
def test_a_span_is_over_only_after_its_last_second(ago: int, past: bool) -> None:
    with time_machine.travel(MIDNIGHT, tick=False):
        assert in_the_past(MIDNIGHT - timedelta(seconds=ago), timedelta(seconds=60)) is past
