"""An age is reached with the end of the day before the birthday."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jichi.kernel.calendar import Rule, age_on, age_reached, latest_birth

DAY = timedelta(days=1)
BIRTHS = st.dates(min_value=date(1920, 1, 1), max_value=date(2020, 12, 31))
AGES = st.integers(min_value=1, max_value=110)


@pytest.mark.parametrize(
    ("born", "age", "day"),
    [
        (date(2007, 7, 21), 18, date(2025, 7, 20)),
        (date(2005, 4, 1), 6, date(2011, 3, 31)),
        (date(2005, 4, 2), 6, date(2011, 4, 1)),
        (date(2004, 2, 28), 1, date(2005, 2, 27)),
        (date(2004, 2, 29), 1, date(2005, 2, 28)),
        (date(2004, 2, 29), 4, date(2008, 2, 28)),
        (date(2004, 3, 1), 1, date(2005, 2, 28)),
        (date(2004, 3, 1), 4, date(2008, 2, 29)),
        (date(2004, 1, 1), 1, date(2004, 12, 31)),
    ],
)
def test_the_day_before_the_birthday(born, age, day):
    assert age_reached(born=born, age=age).day == day
    assert [age_on(born=born, on=on) for on in (day - DAY, day, day + DAY)] == [age - 1, age, age]


@given(BIRTHS, AGES)
def test_the_age_of_a_day_agrees_with_the_day_of_the_age(born, age):
    day = age_reached(born=born, age=age).day
    assert age_on(born=born, on=day) == age
    assert age_on(born=born, on=day - DAY) == age - 1


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2040, 12, 31)), AGES)
def test_the_latest_birth_has_the_age_and_the_next_day_has_not(on, age):
    born = latest_birth(age=age, on=on)
    assert age_on(born=born, on=on) == age
    assert age_on(born=born + DAY, on=on) == age - 1


def test_a_child_has_no_year_on_the_day_of_birth():
    assert age_on(born=date(2020, 2, 29), on=date(2020, 2, 29)) == 0


def test_nobody_has_an_age_before_birth():
    with pytest.raises(ValueError, match="nobody"):
        age_on(born=date(2020, 2, 2), on=date(2020, 2, 1))


def test_an_age_is_at_least_one():
    with pytest.raises(ValueError, match="at least 1"):
        age_reached(born=date(2020, 2, 2), age=0)


def test_the_reckoning_cites_the_act_on_age():
    steps = age_reached(born=date(2007, 7, 21), age=18).steps
    assert [(step.day, step.rule_code, step.basis) for step in steps] == [
        (date(2007, 7, 21), Rule.EVENT, "年齢計算ニ関する法律第1項"),
        (date(2007, 7, 21), Rule.FIRST_DAY_COUNTED, "年齢計算ニ関する法律第1項"),
        (date(2025, 7, 20), Rule.DAY_BEFORE_CORRESPONDING, "民法第143条第2項本文"),
    ]
