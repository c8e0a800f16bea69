"""When a schedule is due."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jichi.kernel.clock.reading import CITY_TIME
from jichi.kernel.tasks.schedule import Daily, Every
from jichi.kernel.tasks.task import LONGEST_WAIT, Policy

SIX = Daily(time=time(6))


def city(day: int, hour: int, minute: int = 0, second: int = 0) -> datetime:
    return datetime(2012, 7, day, hour, minute, second, tzinfo=CITY_TIME)


@pytest.mark.parametrize(
    ("at", "due"),
    [
        (city(9, 5, 59, 59), city(8, 6)),
        (city(9, 6), city(9, 6)),
        (city(9, 6, 0, 1), city(9, 6)),
        (city(10, 0), city(9, 6)),
    ],
)
def test_daily_work_is_due_at_its_time_in_the_city(at: datetime, due: datetime) -> None:
    assert SIX.last_due(at) == due
    assert SIX.last_due(at.astimezone(UTC)) == due


def test_work_every_quarter_of_an_hour_is_due_on_the_quarter() -> None:
    quarter = Every(period=timedelta(minutes=15))

    assert quarter.last_due(city(9, 6, 14, 59)) == city(9, 6, 0)
    assert quarter.last_due(city(9, 6, 15)) == city(9, 6, 15)


@given(at=st.integers(min_value=0, max_value=2**31).map(lambda seconds: datetime.fromtimestamp(seconds, UTC)))
def test_the_last_due_moment_is_never_in_the_future_and_less_than_a_period_ago(at: datetime) -> None:
    for timetable, period in (
        (SIX, timedelta(days=1)),
        (Every(period=timedelta(minutes=7)), timedelta(minutes=7)),
    ):
        assert timedelta(0) <= at - timetable.last_due(at) < period


def test_the_wait_doubles_with_each_attempt_and_ends_with_the_last() -> None:
    policy = Policy(attempts=4, wait=timedelta(seconds=10))

    assert [policy.wait_after(attempt) for attempt in (1, 2, 3, 4)] == [
        timedelta(seconds=10),
        timedelta(seconds=20),
        timedelta(seconds=40),
        None,
    ]


def test_no_wait_is_longer_than_six_hours() -> None:
    assert Policy(attempts=40, wait=timedelta(hours=1)).wait_after(30) == LONGEST_WAIT
