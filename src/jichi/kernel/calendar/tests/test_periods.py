"""Periods end as the Civil Code says, and tell how they were reckoned."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jichi.kernel.calendar import (
    LOCAL_AUTONOMY_ACT_4_2_4,
    ClosedBecause,
    Period,
    Roll,
    Rule,
    Unit,
)

from .city import CLOSED

DAY = timedelta(days=1)
DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2040, 12, 31))
LENGTHS = st.integers(min_value=1, max_value=60)
PERIODS = st.builds(
    lambda length, unit, counts: Period(length=length, unit=unit, first_day_counts=counts),
    LENGTHS,
    st.sampled_from(Unit),
    st.booleans(),
)


def last_day_by_walking(first: date, *, months: int) -> date:
    """Walk day by day, and month by month, as one would on a wall calendar."""
    day, months_passed = first, 0
    while True:
        day += DAY
        months_passed += day.day == 1
        if months_passed == months and day.day == first.day:
            return day - DAY
        if months_passed == months + 1:
            return day - DAY


@pytest.mark.parametrize(
    ("length", "unit", "start", "last"),
    [
        (1, Unit.DAY, date(2011, 4, 1), date(2011, 4, 2)),
        (60, Unit.DAY, date(2011, 4, 1), date(2011, 5, 31)),
        (2, Unit.WEEK, date(2011, 4, 1), date(2011, 4, 15)),
        (1, Unit.MONTH, date(2011, 4, 1), date(2011, 5, 1)),
        (1, Unit.MONTH, date(2011, 3, 31), date(2011, 4, 30)),
        (1, Unit.MONTH, date(2011, 1, 28), date(2011, 2, 28)),
        (1, Unit.MONTH, date(2011, 1, 29), date(2011, 2, 28)),
        (1, Unit.MONTH, date(2011, 1, 30), date(2011, 2, 28)),
        (1, Unit.MONTH, date(2011, 1, 31), date(2011, 2, 28)),
        (1, Unit.MONTH, date(2011, 2, 1), date(2011, 3, 1)),
        (1, Unit.MONTH, date(2012, 1, 28), date(2012, 2, 28)),
        (1, Unit.MONTH, date(2012, 1, 29), date(2012, 2, 29)),
        (1, Unit.MONTH, date(2012, 1, 30), date(2012, 2, 29)),
        (1, Unit.YEAR, date(2012, 2, 27), date(2013, 2, 27)),
        (1, Unit.YEAR, date(2012, 2, 28), date(2013, 2, 28)),
        (1, Unit.YEAR, date(2012, 2, 29), date(2013, 2, 28)),
        (4, Unit.YEAR, date(2012, 2, 28), date(2016, 2, 28)),
    ],
)
def test_the_first_day_is_not_counted(length, unit, start, last):
    assert Period(length=length, unit=unit).last_day(start).day == last


@pytest.mark.parametrize(
    ("length", "unit", "start", "last"),
    [
        (1, Unit.DAY, date(2011, 4, 1), date(2011, 4, 1)),
        (14, Unit.DAY, date(2011, 4, 1), date(2011, 4, 14)),
        (1, Unit.MONTH, date(2011, 4, 1), date(2011, 4, 30)),
        (1, Unit.MONTH, date(2011, 1, 31), date(2011, 2, 28)),
        (1, Unit.YEAR, date(2011, 4, 1), date(2012, 3, 31)),
        (1, Unit.YEAR, date(2012, 2, 29), date(2013, 2, 28)),
    ],
)
def test_the_first_day_counts_where_the_provision_says_so(length, unit, start, last):
    assert Period(length=length, unit=unit, first_day_counts=True).last_day(start).day == last


def test_an_act_in_force_twenty_days_after_its_promulgation():
    """「公布の日から起算して二十日を経過した日」 of an Act promulgated on 8 May is 28 May.

    Source: www5d.biglobe.ne.jp/Jusl/TomoLaw/KikanKeisan.html.
    """
    period = Period(length=20, unit=Unit.DAY, first_day_counts=True)
    assert period.last_day(date(2009, 5, 8)).day == date(2009, 5, 27)
    assert period.elapsed_day(date(2009, 5, 8)).day == date(2009, 5, 28)


def test_the_day_after_sixty_days_have_passed():
    sixty_days = Period(length=60, unit=Unit.DAY)
    assert sixty_days.last_day(date(2025, 5, 20)).day == date(2025, 7, 19)
    assert sixty_days.elapsed_day(date(2025, 5, 20)).day == date(2025, 7, 20)


@given(DAYS, LENGTHS, st.booleans())
def test_months_end_where_walking_the_calendar_ends(start, length, counts):
    period = Period(length=length, unit=Unit.MONTH, first_day_counts=counts)
    first = start if counts else start + DAY
    assert period.last_day(start).day == last_day_by_walking(first, months=length)


@given(DAYS, st.integers(min_value=1, max_value=5))
def test_a_year_is_twelve_months(start, years):
    assert (
        Period(length=years, unit=Unit.YEAR).last_day(start).day
        == Period(length=12 * years, unit=Unit.MONTH).last_day(start).day
    )


@given(DAYS, LENGTHS)
def test_a_week_is_seven_days(start, weeks):
    assert (
        Period(length=weeks, unit=Unit.WEEK).last_day(start).day
        == Period(length=7 * weeks, unit=Unit.DAY).last_day(start).day
    )


@given(PERIODS, DAYS)
def test_a_longer_period_ends_later(period, start):
    longer = Period(length=period.length + 1, unit=period.unit, first_day_counts=period.first_day_counts)
    assert longer.last_day(start).day > period.last_day(start).day


@given(PERIODS, DAYS)
def test_a_later_event_never_has_an_earlier_limit(period, start):
    assert period.last_day(start + DAY).day >= period.last_day(start).day


@given(PERIODS, DAYS)
def test_the_latest_start_is_complete_and_the_day_after_it_is_not(period, on):
    start = period.latest_start(on=on)
    assert period.is_complete(start=start, on=on)
    assert not period.is_complete(start=start + DAY, on=on)


@given(PERIODS, DAYS)
def test_a_period_is_complete_on_its_last_day_and_exceeded_the_day_after(period, start):
    last = period.last_day(start).day
    table = [(period.is_complete(start=start, on=on), period.is_exceeded(start=start, on=on))
             for on in (last - DAY, last, last + DAY)]  # fmt: skip
    assert table == [(False, False), (True, False), (True, True)]


@given(DAYS, LENGTHS, st.sampled_from(Unit))
def test_a_rolled_limit_is_the_first_open_day_from_the_last_day(start, length, unit):
    plain = Period(length=length, unit=unit)
    rolling = Period(length=length, unit=unit, roll=Roll.NEXT_OPEN, roll_basis=LOCAL_AUTONOMY_ACT_4_2_4)
    limit = rolling.last_day(start, closed=CLOSED).day
    assert CLOSED.is_open(limit)
    assert limit == CLOSED.next_open_day(plain.last_day(start).day)


@given(DAYS, LENGTHS, st.sampled_from(Unit))
def test_a_limit_rolled_back_is_the_last_open_day_to_the_last_day(start, length, unit):
    plain = Period(length=length, unit=unit)
    rolling = Period(length=length, unit=unit, roll=Roll.PREVIOUS_OPEN, roll_basis="某条例第2条")
    limit = rolling.last_day(start, closed=CLOSED).day
    assert CLOSED.is_open(limit)
    assert limit == CLOSED.previous_open_day(plain.last_day(start).day)


@given(DAYS, LENGTHS)
def test_a_limit_does_not_roll_unless_the_rule_says_so(start, length):
    last = start + timedelta(days=length)
    assume(CLOSED.is_closed(last))
    assert Period(length=length, unit=Unit.DAY).last_day(start, closed=CLOSED).day == last


def test_a_closed_day_postpones_a_filing_but_not_a_fact():
    filing = Period(length=1, unit=Unit.DAY, roll=Roll.NEXT_OPEN, roll_basis=LOCAL_AUTONOMY_ACT_4_2_4)
    friday, saturday = date(2025, 7, 18), date(2025, 7, 19)
    assert filing.last_day(friday, closed=CLOSED).day == date(2025, 7, 22)
    assert filing.is_complete(start=friday, on=saturday)


def test_the_reckoning_tells_each_step_with_its_provision():
    period = Period(
        length=14,
        unit=Unit.DAY,
        roll=Roll.NEXT_OPEN,
        basis="某法第10条",
        roll_basis=LOCAL_AUTONOMY_ACT_4_2_4,
    )
    reckoning = period.last_day(date(2025, 7, 5), closed=CLOSED)
    assert [(step.day.isoformat(), step.rule_code, step.basis) for step in reckoning.steps] == [
        ("2025-07-05", Rule.EVENT, "某法第10条"),
        ("2025-07-06", Rule.FIRST_DAY_NOT_COUNTED, "民法第140条"),
        ("2025-07-19", Rule.LAST_OF_THE_DAYS, "民法第141条"),
        ("2025-07-19", ClosedBecause.WEEKDAY, ""),
        ("2025-07-20", ClosedBecause.WEEKDAY, ""),
        ("2025-07-21", ClosedBecause.NATIONAL_HOLIDAY, "海の日"),
        ("2025-07-22", Rule.ROLLED_FORWARD, "地方自治法第4条の2第4項"),
    ]
    assert reckoning.day == date(2025, 7, 22)


@pytest.mark.parametrize(
    ("start", "rule", "basis"),
    [
        (date(2011, 4, 1), Rule.DAY_BEFORE_CORRESPONDING, "民法第143条第2項本文"),
        (date(2011, 3, 31), Rule.END_OF_CALENDAR, "民法第143条第1項"),
        (date(2011, 1, 29), Rule.NO_CORRESPONDING_DAY, "民法第143条第2項ただし書"),
    ],
)
def test_months_tell_which_sentence_of_article_143_ended_them(start, rule, basis):
    last = Period(length=1, unit=Unit.MONTH).last_day(start).steps[-1]
    assert (last.rule_code, last.basis) == (rule, basis)


def test_a_limit_on_an_open_day_has_no_rolling_step():
    period = Period(length=1, unit=Unit.DAY, roll=Roll.NEXT_OPEN, roll_basis="某法第1条")
    reckoning = period.last_day(date(2025, 7, 15), closed=CLOSED)
    assert reckoning.steps[-1].rule_code == Rule.LAST_OF_THE_DAYS


def test_a_period_that_rolls_cites_its_provision_and_needs_the_closed_days():
    with pytest.raises(ValueError, match="provision"):
        Period(length=1, unit=Unit.DAY, roll=Roll.NEXT_OPEN)
    with pytest.raises(ValueError, match="closed days"):
        Period(length=1, unit=Unit.DAY, roll=Roll.NEXT_OPEN, roll_basis="某法第1条").last_day(
            date(2011, 4, 1)
        )


def test_a_period_has_a_length():
    with pytest.raises(ValueError, match="at least 1"):
        Period(length=0, unit=Unit.DAY)
