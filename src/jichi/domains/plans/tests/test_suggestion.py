"""What indicators say about a grade."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jichi.domains.plans.rules.suggestion import Measured, suggestion_of, surplus_of


def measured(target: str | None, actual: str | None, *, more: bool = True) -> Measured:
    return Measured(
        name="利用件数",
        target=None if target is None else Decimal(target),
        actual=None if actual is None else Decimal(actual),
        more_is_better=more,
    )


@pytest.mark.parametrize(
    ("target", "actual", "grade"),
    [
        ("100", "120", 1),
        ("100", "119.99", 2),
        ("100", "105.01", 2),
        ("100", "105", 3),
        ("100", "100", 3),
        ("100", "95", 3),
        ("100", "94.99", 4),
        ("100", "80.01", 4),
        ("100", "80", 5),
        ("0", "0", 3),
    ],
)
def test_the_grade_turns_at_five_and_at_twenty_per_cent(target: str, actual: str, grade: int) -> None:
    assert suggestion_of([measured(target, actual)]).grades == (grade,)


@pytest.mark.parametrize(("actual", "grade"), [("80", 1), ("90", 2), ("100", 3), ("110", 4), ("120", 5)])
def test_where_less_is_better_a_lower_number_is_a_better_grade(actual: str, grade: int) -> None:
    assert suggestion_of([measured("100", actual, more=False)]).grades == (grade,)


@pytest.mark.parametrize(("target", "actual"), [(None, "3"), ("3", None), (None, None), ("0", "1")])
def test_what_cannot_be_compared_suggests_nothing(target: str | None, actual: str | None) -> None:
    suggestion = suggestion_of([measured(target, actual)])
    assert suggestion.readings[0].grade is None
    assert (suggestion.best, suggestion.worst) == (None, None)
    assert suggestion.agrees_with(3)


def test_indicators_that_differ_give_a_range_and_no_average() -> None:
    suggestion = suggestion_of([measured("100", "130"), measured("100", "70")])
    assert (suggestion.best, suggestion.worst) == (1, 5)
    assert suggestion.agrees_with(3)


def test_a_three_beside_a_missed_target_does_not_agree() -> None:
    assert not suggestion_of([measured("100", "70")]).agrees_with(3)


def test_a_surplus_is_an_exact_share_of_the_target() -> None:
    assert surplus_of(measured("3", "4")) == Fraction(1, 3)
    assert surplus_of(measured("3", "4", more=False)) == Fraction(-1, 3)


amounts = st.decimals(min_value=1, max_value=10**9, places=2)


@given(target=amounts, actual=amounts, step=amounts)
def test_a_higher_actual_is_never_a_worse_grade(target: Decimal, actual: Decimal, step: Decimal) -> None:
    lower = suggestion_of([Measured(name="", target=target, actual=actual)]).grades
    higher = suggestion_of([Measured(name="", target=target, actual=actual + step)]).grades
    assert higher <= lower
