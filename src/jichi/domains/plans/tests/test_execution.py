"""Money spent and actions finished, as exact shares."""

from fractions import Fraction

import pytest

from jichi.domains.plans.rules.execution import execution_rate, progress_of


@pytest.mark.parametrize(
    ("budget", "supplementary", "settlement", "rate"),
    [
        (1_000, 0, 987, Fraction(987, 1000)),
        (1_000, 500, 1_500, Fraction(1)),
        (1_000, -500, 600, Fraction(6, 5)),
        (1_000, 0, 0, Fraction(0)),
        (1_000, 0, None, None),
        (0, 0, 0, None),
        (1_000, -1_000, 5, None),
    ],
)
def test_the_rate_counts_supplements_and_needs_a_budget(
    budget: int, supplementary: int, settlement: int | None, rate: Fraction | None
) -> None:
    assert execution_rate(budget=budget, supplementary=supplementary, settlement=settlement) == rate


def test_a_dropped_action_stays_in_what_was_planned() -> None:
    progress = progress_of(["done", "done", "under_way", "dropped"])
    assert (progress.done, progress.total) == (2, 4)
    assert progress.share_done == Fraction(1, 2)


def test_without_planned_actions_there_is_no_share() -> None:
    assert progress_of([]).share_done is None
