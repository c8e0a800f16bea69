"""When an owner is reminded; how each step of a reckoning reads."""

from datetime import date

import pytest

from jichi.kernel.calendar import ClosedBecause, Rule
from jichi.kernel.deadlines.rules.fixed import FIXED_DAY, FixedDay
from jichi.kernel.deadlines.rules.reminders import latest_reminder
from jichi.kernel.deadlines.words import step_in_words

DUE = date(2012, 7, 20)


@pytest.mark.parametrize(
    ("on", "reminder"),
    [
        (date(2012, 7, 12), None),
        (date(2012, 7, 13), date(2012, 7, 13)),
        (date(2012, 7, 19), date(2012, 7, 13)),
        (date(2012, 7, 20), date(2012, 7, 20)),
        (date(2012, 7, 21), date(2012, 7, 20)),
        (date(2012, 7, 26), date(2012, 7, 20)),
        (date(2012, 7, 27), date(2012, 7, 27)),
        (date(2012, 8, 3), date(2012, 8, 3)),
    ],
)
def test_an_owner_is_reminded_a_week_before_on_the_day_and_every_week_after(
    on: date, reminder: date | None
) -> None:
    assert latest_reminder(due=DUE, before=7, since=date(2012, 7, 1), on=on) == reminder


def test_a_clock_that_started_after_its_early_reminder_is_first_recalled_on_the_day() -> None:
    for on in (date(2012, 7, 15), date(2012, 7, 19)):
        assert latest_reminder(due=DUE, before=7, since=date(2012, 7, 14), on=on) is None
    assert latest_reminder(due=DUE, before=7, since=date(2012, 7, 14), on=DUE) == DUE


def test_a_fixed_day_is_its_own_reckoning() -> None:
    reckoning = FixedDay(day=DUE, basis="評価実施要領").reckoning()

    assert reckoning.day == DUE
    assert reckoning.steps[0].basis == "評価実施要領"


@pytest.mark.parametrize("code", [*Rule, *ClosedBecause, FIXED_DAY])
def test_every_step_that_the_calendar_takes_has_words(code: str) -> None:
    assert step_in_words(code)
