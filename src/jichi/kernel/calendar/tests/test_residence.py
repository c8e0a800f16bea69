"""Residence is unbroken while one stay follows another, and counts in months by the calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jichi.kernel.calendar import Period, Stay, Unit, continuous_since, months_complete

DAY = timedelta(days=1)
NEAR = st.integers(min_value=0, max_value=60).map(lambda n: date(2011, 1, 1) + timedelta(days=n))
STAYS = st.lists(
    st.builds(
        lambda came, days: Stay(came=came, left=None if days is None else came + timedelta(days=days)),
        NEAR,
        st.none() | st.integers(min_value=0, max_value=15),
    ),
    max_size=6,
)


def since_by_walking(stays: list[Stay], on: date) -> date | None:
    """Walk back from the day while somebody finds the person at home."""
    known = [stay for stay in stays if stay.came <= on]
    day = on
    while any(day in stay for stay in known):
        day -= DAY
    return day + DAY if day != on else None


@given(STAYS, NEAR)
def test_residence_reaches_back_to_the_first_day_not_at_home(stays, on):
    assert continuous_since(stays, on=on) == since_by_walking(stays, on)


@pytest.mark.parametrize(
    ("came_again", "since"),
    [
        (date(2011, 6, 10), date(2011, 1, 1)),
        (date(2011, 6, 11), date(2011, 1, 1)),
        (date(2011, 6, 12), date(2011, 6, 12)),
    ],
)
def test_one_day_away_breaks_residence(came_again, since):
    stays = [Stay(came=date(2011, 1, 1), left=date(2011, 6, 10)), Stay(came=came_again)]
    assert continuous_since(stays, on=date(2011, 9, 1)) == since


@pytest.mark.parametrize(("on", "here"), [(date(2011, 6, 9), True), (date(2011, 6, 10), True), (date(2011, 6, 11), False)])  # fmt: skip
def test_who_has_left_does_not_live_here_from_the_next_day(on, here):
    stays = [Stay(came=date(2011, 1, 1), left=date(2011, 6, 10))]
    assert continuous_since(stays, on=on) == (date(2011, 1, 1) if here else None)


def test_nobody_leaves_before_coming():
    with pytest.raises(ValueError, match="nobody leaves"):
        Stay(came=date(2011, 1, 2), left=date(2011, 1, 1))


@pytest.mark.parametrize(
    ("since", "on", "months"),
    [
        (date(2025, 4, 2), date(2025, 7, 1), 2),
        (date(2025, 4, 2), date(2025, 7, 2), 3),
        (date(2025, 4, 2), date(2025, 7, 3), 3),
        (date(2011, 1, 30), date(2011, 2, 27), 0),
        (date(2011, 1, 30), date(2011, 2, 28), 1),
        (date(2011, 4, 1), date(2011, 4, 1), 0),
    ],
)
def test_months_of_residence_do_not_count_the_first_day(since, on, months):
    assert months_complete(since=since, on=on) == months


@given(
    st.dates(min_value=date(1990, 1, 1), max_value=date(2030, 12, 31)),
    st.integers(min_value=1, max_value=1500),
    st.integers(min_value=1, max_value=50),
)
def test_so_many_months_are_complete_exactly_when_their_period_is(since, days, months):
    on = since + timedelta(days=days)
    period = Period(length=months, unit=Unit.MONTH)
    assert (months_complete(since=since, on=on) >= months) == period.is_complete(start=since, on=on)


def test_residence_has_no_length_before_it_begins():
    with pytest.raises(ValueError, match="no length"):
        months_complete(since=date(2011, 4, 2), on=date(2011, 4, 1))
