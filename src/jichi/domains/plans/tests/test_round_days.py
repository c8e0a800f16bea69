"""The days of a round stand in the order of the steps."""

from dataclasses import replace
from datetime import date

import pytest

from jichi.domains.plans.rules.round_days import RoundDays

DAYS = RoundDays(
    draft_due=date(2012, 5, 31),
    section_due=date(2012, 6, 15),
    bureau_due=date(2012, 6, 30),
    publish_due=date(2012, 8, 31),
)
OPENED = date(2012, 4, 16)


def test_each_step_is_due_by_its_own_day() -> None:
    assert [DAYS.due(step) for step in ("draft", "section", "bureau", "approved", "published")] == [
        date(2012, 5, 31),
        date(2012, 6, 15),
        date(2012, 6, 30),
        date(2012, 8, 31),
        None,
    ]


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({}, ()),
        ({"section_due": date(2012, 5, 31)}, ()),
        ({"section_due": date(2012, 5, 30)}, ("section_due",)),
        ({"draft_due": date(2012, 4, 15)}, ("draft_due",)),
        ({"draft_due": date(2012, 4, 16)}, ()),
        ({"publish_due": date(2012, 6, 29)}, ("publish_due",)),
        ({"draft_due": date(2012, 7, 1)}, ("section_due",)),
    ],
)
def test_a_step_is_not_due_before_the_one_it_follows(change: dict[str, date], wrong: tuple[str, ...]) -> None:
    assert replace(DAYS, **change).out_of_order(OPENED) == wrong
