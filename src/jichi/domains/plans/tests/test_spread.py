"""How grades are spread, and when they say nothing because they are all the same."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jichi.domains.plans.rules.spread import spread_of


def test_the_spread_of_fy2010_was_all_threes() -> None:
    spread = spread_of([3] * 31)
    assert spread.counts == {1: 0, 2: 0, 3: 31, 4: 0, 5: 0}
    assert spread.share_of_middle == 1
    assert spread.is_concentrated


@pytest.mark.parametrize(
    ("grades", "concentrated"),
    [
        ([3] * 8 + [2, 4], True),  # exactly four fifths
        ([3] * 7 + [2, 2, 4], False),
        ([3] * 79 + [2] * 21, False),
        ([3] * 80 + [2] * 20, True),
        ([2] * 9 + [3], True),  # any grade counts, not "3" alone
        ([3] * 4, False),  # a handful says nothing
        ([3] * 5, True),
        ([], False),
    ],
)
def test_four_fifths_of_one_grade_are_a_concentration(grades: list[int], concentrated: bool) -> None:
    assert spread_of(grades).is_concentrated is concentrated


def test_a_sheet_without_a_grade_is_not_counted() -> None:
    spread = spread_of([3, None, 4, None])
    assert spread.total == 2
    assert spread.share(4) == Fraction(1, 2)


def test_nothing_graded_has_no_commonest_grade() -> None:
    assert spread_of([]).commonest is None
    assert spread_of([]).share_of_middle == 0


@given(st.lists(st.integers(1, 5), min_size=1))
def test_the_shares_add_up_to_one(grades: list[int]) -> None:
    spread = spread_of(grades)
    assert sum(spread.share(grade) for grade in range(1, 6)) == 1
    assert spread.total == len(grades)
    assert spread.counts[spread.commonest or 0] == max(spread.counts.values())
