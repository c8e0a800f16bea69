"""Offices are closed on weekends, national holidays and around new year, and open on all other days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jichi.kernel.calendar import (
    SATURDAY,
    SUNDAY,
    ClosedBecause,
    ClosedDays,
    NoOpenDay,
    NthWeekday,
    YearlyClosure,
)
from jichi.kernel.values import DaySpan

from .city import CLOSED, YEAR_END

DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2040, 12, 31))


@pytest.mark.parametrize(
    ("day", "reason", "name"),
    [
        (date(2011, 12, 28), None, None),
        (date(2011, 12, 29), ClosedBecause.YEARLY, "年末年始"),
        (date(2012, 1, 1), ClosedBecause.NATIONAL_HOLIDAY, "元日"),
        (date(2012, 1, 2), ClosedBecause.NATIONAL_HOLIDAY, "元日 振替休日"),
        (date(2012, 1, 3), ClosedBecause.YEARLY, "年末年始"),
        (date(2012, 1, 4), None, None),
        (date(2025, 7, 18), None, None),
        (date(2025, 7, 19), ClosedBecause.WEEKDAY, ""),
        (date(2025, 7, 20), ClosedBecause.WEEKDAY, ""),
        (date(2025, 7, 21), ClosedBecause.NATIONAL_HOLIDAY, "海の日"),
        (date(2025, 7, 22), None, None),
    ],
)
def test_days_around_new_year_and_a_long_weekend(day, reason, name):
    closure = CLOSED.why(day)
    if reason is None:
        assert closure is None
        assert CLOSED.is_open(day)
    else:
        assert closure.reason == reason
        assert closure.name == name
        assert CLOSED.is_closed(day)


@pytest.mark.parametrize(
    ("day", "why_special"),
    [
        (date(2009, 9, 22), "a day between two holidays"),
        (date(2012, 4, 30), "substitute for Sunday 29 April"),
        (date(2025, 5, 6), "substitute for Sunday 4 May, after two more holidays"),
        (date(2019, 4, 30), "between two holidays at the change of era"),
        (date(2019, 5, 1), "the Emperor's accession"),
        (date(2019, 10, 22), "the accession ceremony"),
        (date(2020, 7, 24), "sports day moved for the Games"),
        (date(2021, 8, 9), "substitute for mountain day moved for the Games"),
    ],
)
def test_holidays_that_only_one_year_had(day, why_special):
    assert CLOSED.why(day).reason == ClosedBecause.NATIONAL_HOLIDAY, why_special


@pytest.mark.parametrize("day", [date(2020, 10, 12), date(2021, 7, 19), date(2019, 12, 23)])
def test_holidays_that_one_year_lost_are_open(day):
    assert CLOSED.is_open(day)


@given(DAYS)
def test_the_next_open_day_is_open_and_no_open_day_lies_before_it(day):
    following = CLOSED.next_open_day(day)
    assert CLOSED.is_open(following)
    assert following >= day
    assert all(CLOSED.is_closed(day + timedelta(days=n)) for n in range((following - day).days))


@given(DAYS)
def test_the_previous_open_day_is_open_and_no_open_day_lies_after_it(day):
    preceding = CLOSED.previous_open_day(day)
    assert CLOSED.is_open(preceding)
    assert preceding <= day
    assert all(CLOSED.is_closed(day - timedelta(days=n)) for n in range((day - preceding).days))


@given(DAYS, st.integers(min_value=1, max_value=40))
def test_counting_open_days_forth_agrees_with_the_days_between(day, count):
    reached = CLOSED.open_day_after(day, count=count)
    assert CLOSED.is_open(reached)
    assert CLOSED.count_open_days(DaySpan(first=day + timedelta(days=1), last=reached)) == count


@given(DAYS, st.integers(min_value=1, max_value=40))
def test_counting_open_days_back_agrees_with_the_days_between(day, count):
    reached = CLOSED.open_day_before(day, count=count)
    assert CLOSED.is_open(reached)
    assert CLOSED.count_open_days(DaySpan(first=reached, last=day - timedelta(days=1))) == count


def test_five_working_days_from_a_friday_before_a_long_weekend():
    assert CLOSED.open_day_after(date(2025, 7, 18), count=5) == date(2025, 7, 28)


def test_open_days_are_counted_from_one():
    with pytest.raises(ValueError, match="from 1"):
        CLOSED.open_day_after(date(2025, 7, 18), count=0)


def test_the_year_end_is_what_the_ordinance_says():
    shorter = ClosedDays(yearly=(YearlyClosure(name="年末年始", first=(12, 30), last=(1, 2)),))
    assert shorter.is_open(date(2010, 12, 29))
    assert CLOSED.is_closed(date(2010, 12, 29))


def test_a_yearly_closure_may_lie_inside_one_year():
    memorial_day = YearlyClosure(name="慰霊の日", first=(6, 23), last=(6, 23))
    assert [day for day in (22, 23, 24) if date(2011, 6, day) in memorial_day] == [23]


def test_a_yearly_closure_of_no_such_day_is_refused():
    with pytest.raises(ValueError, match="day is out of range"):
        YearlyClosure(name="", first=(2, 30), last=(3, 1))


@pytest.mark.parametrize(
    ("day", "is_open"),
    [
        (date(2025, 6, 14), True),
        (date(2025, 6, 28), True),
        (date(2025, 7, 5), False),
        (date(2025, 7, 12), True),
        (date(2025, 7, 19), False),
        (date(2025, 7, 26), True),
        (date(2025, 11, 22), True),
        (date(2024, 2, 10), True),
    ],
)
def test_a_ward_office_opens_on_second_and_fourth_saturdays(day, is_open):
    saturdays = frozenset({NthWeekday(nth=2, weekday=SATURDAY), NthWeekday(nth=4, weekday=SATURDAY)})
    office = ClosedDays(yearly=(YEAR_END,), opened_weekdays=saturdays)
    assert office.is_open(day) is is_open


def test_a_saturday_opening_does_not_open_a_holiday():
    office = ClosedDays(yearly=(YEAR_END,), opened_weekdays=frozenset({NthWeekday(nth=2, weekday=SATURDAY)}))
    assert office.why(date(2023, 2, 11)).name == "建国記念の日"


def test_a_notice_goes_before_every_rule():
    office = ClosedDays(
        yearly=(YEAR_END,),
        closed_by_notice=frozenset({date(2025, 7, 18)}),
        opened_by_notice=frozenset({date(2025, 7, 20), date(2025, 12, 30)}),
    )
    assert office.why(date(2025, 7, 18)).reason == ClosedBecause.BY_NOTICE
    assert office.is_open(date(2025, 7, 20))
    assert office.is_open(date(2025, 12, 30))


def test_one_day_cannot_be_closed_and_opened_by_notice():
    day = frozenset({date(2025, 7, 18)})
    with pytest.raises(ValueError, match="both closed and opened"):
        ClosedDays(yearly=(), closed_by_notice=day, opened_by_notice=day)


def test_an_office_that_never_opens_is_found_out():
    never = ClosedDays(yearly=(), weekdays=frozenset(range(SUNDAY + 1)))
    with pytest.raises(NoOpenDay):
        never.next_open_day(date(2025, 7, 18))
