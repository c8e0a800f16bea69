"""Shares are exact, and a part of a person counts as one."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jichi.kernel.values import (
    Unreadable,
    at_least,
    format_percent,
    format_ratio,
    more_than,
    parse_ratio,
)

SHARES = st.fractions(min_value=0, max_value=1, max_denominator=10_000)
COUNTS = st.integers(min_value=0, max_value=2_000_000)


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("1/10", Fraction(1, 10)),
        ("2/3", Fraction(2, 3)),
        ("２／３", Fraction(2, 3)),
        ("10分の1", Fraction(1, 10)),
        ("三分の二", Fraction(2, 3)),
        ("五十分の一", Fraction(1, 50)),
        ("10%", Fraction(1, 10)),
        ("66.7％", Fraction(667, 1000)),
        ("36.66 %", Fraction(3666, 10_000)),
        ("0.1", Fraction(1, 10)),
        ("1", Fraction(1)),
    ],
)
def test_shares_are_read_exactly(text, share):
    assert parse_ratio(text) == share


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1/0", "ratio.zero"),
        ("0分の1", "ratio.zero"),
        ("", "ratio.form"),
        ("半分", "ratio.form"),
        ("-1/2", "ratio.form"),
    ],
)
def test_what_is_not_a_share_is_refused(text, code):
    with pytest.raises(Unreadable) as refused:
        parse_ratio(text)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("share", "places", "percent"),
    [
        (Fraction(2, 3), 1, "66.7%"),
        (Fraction(1, 8), 1, "12.5%"),
        (Fraction(1, 8), 0, "13%"),
        (Fraction(1, 16), 2, "6.25%"),
        (Fraction(13_034, 35_556), 2, "36.66%"),
        (Fraction(-1, 8), 0, "-13%"),
        (Fraction(-1, 10_000), 1, "0.0%"),
        (Fraction(0), 1, "0.0%"),
    ],
)
def test_percentages_are_rounded_half_up(share, places, percent):
    assert format_percent(share, places=places) == percent


@given(SHARES)
def test_every_share_is_read_back_as_written(share):
    assert parse_ratio(format_ratio(share)) == share


@pytest.mark.parametrize(
    ("share", "of", "at_the_least", "above"),
    [
        (Fraction(1, 10), 100, 10, 11),
        (Fraction(1, 10), 101, 11, 11),
        (Fraction(1, 10), 109, 11, 11),
        (Fraction(1, 10), 110, 11, 12),
        (Fraction(2, 3), 60, 40, 41),
        (Fraction(1, 12), 60, 5, 6),
        (Fraction(1, 2), 60, 30, 31),
        (Fraction(1, 2), 61, 31, 31),
    ],
)
def test_a_part_of_a_person_counts_as_one(share, of, at_the_least, above):
    assert at_least(share, of=of) == at_the_least
    assert more_than(share, of=of) == above


@pytest.mark.parametrize(("share", "needed"), [(Fraction(1, 50), 25_438), (Fraction(1, 10), 127_190)])
def test_signatures_among_the_electors_of_2025_03_03(share, needed):
    """Source: facts/referendum.md §1.3, 1,271,896 electors on the roll."""
    assert at_least(share, of=1_271_896) == needed


@given(SHARES, COUNTS)
def test_the_count_is_the_smallest_that_meets_the_share(share, of):
    least = at_least(share, of=of)
    assert least >= share * of > least - 1
    above = more_than(share, of=of)
    assert above > share * of >= above - 1


def test_a_float_is_no_share():
    with pytest.raises(TypeError):
        at_least(0.1, of=100)


@pytest.mark.parametrize(("share", "of"), [(Fraction(-1, 10), 100), (Fraction(1, 10), -1)])
def test_nothing_is_counted_below_zero(share, of):
    with pytest.raises(ValueError, match="not negative"):
        at_least(share, of=of)
