"""A span counts both its first and its last day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jichi.kernel.values import DaySpan

SPANS = st.builds(
    lambda first, days: DaySpan(first=first, last=first + timedelta(days=days)),
    st.dates(min_value=date(2000, 1, 1), max_value=date(2001, 12, 31)),
    st.integers(min_value=0, max_value=400),
)


def test_both_ends_belong_to_it():
    span = DaySpan(first=date(2011, 4, 1), last=date(2011, 4, 3))
    assert list(span) == [date(2011, 4, 1), date(2011, 4, 2), date(2011, 4, 3)]
    assert len(span) == 3
    assert date(2011, 3, 31) not in span
    assert date(2011, 4, 4) not in span


def test_it_cannot_end_before_it_begins():
    with pytest.raises(ValueError, match="before its first day"):
        DaySpan(first=date(2011, 4, 2), last=date(2011, 4, 1))


def test_neither_day_counts_between_two_days():
    span = DaySpan.between(after=date(2011, 4, 1), before=date(2011, 4, 3))
    assert list(span) == [date(2011, 4, 2)]


@given(SPANS, SPANS)
def test_the_common_days_are_exactly_those_in_both(one, other):
    common = one.common(other)
    assert set(common or ()) == set(one) & set(other)
    assert one.overlaps(other) == bool(set(one) & set(other))
