"""Limits before an event: the n-th day before, or n clear days between."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jichi.kernel.calendar import Backwards, Roll, Rule, Unit

from .city import CLOSED

DAY = timedelta(days=1)
DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2040, 12, 31))
LENGTHS = st.integers(min_value=1, max_value=60)


def first_day_by_walking_back(last: date, *, months: int) -> date:
    """Walk back day by day until the same day of the month, or past the place where it would be."""
    ends_a_month = (last + DAY).day == 1
    day, months_passed = last, 0
    while True:
        if ends_a_month and months_passed == months - 1 and day.day == 1:
            return day
        months_passed += day.day == 1
        day -= DAY
        if not ends_a_month and months_passed == months and day.day <= last.day:
            return day + DAY


@pytest.mark.parametrize(
    ("length", "before", "plain", "clear"),
    [
        (1, date(2025, 7, 20), date(2025, 7, 19), date(2025, 7, 18)),
        (7, date(2025, 7, 20), date(2025, 7, 13), date(2025, 7, 12)),
        (17, date(2025, 7, 20), date(2025, 7, 3), date(2025, 7, 2)),
    ],
)
def test_plain_days_before_and_clear_days_between(length, before, plain, clear):
    assert Backwards(length=length, unit=Unit.DAY).latest_day(before).day == plain
    assert Backwards(length=length, unit=Unit.DAY, clear=True).latest_day(before).day == clear


@given(DAYS, LENGTHS)
def test_clear_days_leave_that_many_whole_days_between(before, length):
    latest = Backwards(length=length, unit=Unit.DAY, clear=True).latest_day(before).day
    assert (before - latest).days - 1 == length


@pytest.mark.parametrize(
    ("length", "before", "latest"),
    [
        (2, date(2011, 2, 28), date(2010, 12, 28)),
        (2, date(2011, 1, 31), date(2010, 12, 1)),
        (1, date(2011, 3, 28), date(2011, 2, 28)),
        (1, date(2011, 3, 29), date(2011, 3, 1)),
        (1, date(2011, 3, 30), date(2011, 3, 1)),
        (1, date(2011, 3, 31), date(2011, 3, 1)),
        (1, date(2011, 4, 1), date(2011, 3, 1)),
        (1, date(2012, 3, 29), date(2012, 2, 29)),
        (1, date(2011, 3, 1), date(2011, 2, 1)),
        (1, date(2011, 3, 2), date(2011, 2, 2)),
    ],
)
def test_months_before(length, before, latest):
    assert Backwards(length=length, unit=Unit.MONTH).latest_day(before).day == latest


@pytest.mark.parametrize(
    ("before", "rule", "basis"),
    [
        (date(2011, 3, 29), Rule.DAY_AFTER_CORRESPONDING, "民法第143条第2項本文"),
        (date(2011, 3, 30), Rule.NO_CORRESPONDING_DAY_BACK, "民法第143条第2項ただし書"),
        (date(2011, 4, 1), Rule.START_OF_CALENDAR, "民法第143条第1項"),
    ],
)
def test_months_back_tell_which_sentence_of_article_143_ended_them(before, rule, basis):
    first = Backwards(length=1, unit=Unit.MONTH).latest_day(before).steps[-1]
    assert (first.rule_code, first.basis) == (rule, basis)


@given(DAYS, LENGTHS)
def test_months_back_end_where_walking_the_calendar_back_ends(before, length):
    latest = Backwards(length=length, unit=Unit.MONTH).latest_day(before).day
    assert latest == first_day_by_walking_back(before - DAY, months=length)


@given(DAYS, LENGTHS, st.sampled_from(Unit), st.booleans())
def test_a_later_event_never_has_an_earlier_limit(before, length, unit, clear):
    limit = Backwards(length=length, unit=unit, clear=clear)
    assert limit.latest_day(before).day <= limit.latest_day(before + DAY).day


@given(DAYS, LENGTHS, st.sampled_from(Unit))
def test_a_longer_time_before_is_earlier(before, length, unit):
    limit = Backwards(length=length, unit=unit).latest_day(before).day
    assert Backwards(length=length + 1, unit=unit).latest_day(before).day < limit


def test_a_limit_before_an_event_does_not_roll_by_itself():
    """Source: 地方自治研究機構 法務Q&A 2007 summer, no. 3."""
    limit = Backwards(length=6, unit=Unit.DAY).latest_day(date(2025, 7, 25), closed=CLOSED)
    assert limit.day == date(2025, 7, 19)
    assert CLOSED.is_closed(limit.day)


@pytest.mark.parametrize(
    ("roll", "day"), [(Roll.PREVIOUS_OPEN, date(2025, 7, 18)), (Roll.NEXT_OPEN, date(2025, 7, 22))]
)
def test_a_limit_before_an_event_rolls_where_the_rule_says_so(roll, day):
    limit = Backwards(length=6, unit=Unit.DAY, roll=roll, roll_basis="某規則第3条")
    assert limit.latest_day(date(2025, 7, 25), closed=CLOSED).day == day


@given(DAYS, LENGTHS, st.sampled_from([Roll.NEXT_OPEN, Roll.PREVIOUS_OPEN]))
def test_a_rolled_limit_is_open(before, length, roll):
    limit = Backwards(length=length, unit=Unit.DAY, roll=roll, roll_basis="某規則第3条")
    assert CLOSED.is_open(limit.latest_day(before, closed=CLOSED).day)


def test_the_reckoning_tells_each_step():
    limit = Backwards(length=7, unit=Unit.DAY, clear=True, basis="某法第9条")
    assert [(step.day.isoformat(), step.rule_code) for step in limit.latest_day(date(2025, 7, 20)).steps] == [
        ("2025-07-20", Rule.EVENT),
        ("2025-07-19", Rule.COUNTED_BACK_FROM),
        ("2025-07-13", Rule.FIRST_OF_THE_DAYS),
        ("2025-07-12", Rule.CLEAR_DAYS),
    ]


def test_a_limit_has_a_length_and_rolls_only_by_a_provision():
    with pytest.raises(ValueError, match="at least 1"):
        Backwards(length=0, unit=Unit.DAY)
    with pytest.raises(ValueError, match="provision"):
        Backwards(length=1, unit=Unit.DAY, roll=Roll.PREVIOUS_OPEN)
