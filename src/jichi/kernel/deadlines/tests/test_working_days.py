"""The working calendar of the city is its law, day by day."""

from datetime import date, timedelta

import pytest

from jichi.kernel.calendar import LOCAL_AUTONOMY_ACT_4_2_4, ClosedBecause, Period, Roll, Unit
from jichi.kernel.deadlines.articles import page_of_article
from jichi.kernel.deadlines.working_days import WORKING_DAYS, unsure
from jichi.kernel.law.book import NotInForce


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2012, 7, 13), None),
        (date(2012, 7, 14), ClosedBecause.WEEKDAY),
        (date(2012, 7, 16), ClosedBecause.NATIONAL_HOLIDAY),
        (date(2012, 12, 28), None),
        (date(2012, 12, 29), ClosedBecause.YEARLY),
        (date(2013, 1, 3), ClosedBecause.YEARLY),
        (date(2013, 1, 4), None),
    ],
)
def test_each_day_is_open_or_closed_by_the_ordinance_in_force_on_it(
    day: date, why: ClosedBecause | None
) -> None:
    closure = WORKING_DAYS.why(day)
    assert (closure.reason if closure else None) is why


def test_a_filing_due_in_the_new_year_days_is_in_time_on_the_first_open_day() -> None:
    fourteen = Period(
        length=14,
        unit=Unit.DAY,
        roll=Roll.NEXT_OPEN,
        roll_basis=LOCAL_AUTONOMY_ACT_4_2_4,
        basis="試験法第2条",
    )
    assert fourteen.last_day(date(2012, 12, 15), closed=WORKING_DAYS).day == date(2013, 1, 4)
    assert WORKING_DAYS.next_open_day(date(2012, 12, 29)) == date(2013, 1, 4)


def test_before_the_first_known_law_no_day_is_said_to_be_open() -> None:
    with pytest.raises(NotInForce):
        WORKING_DAYS.why(date(1993, 3, 31))


def test_what_nobody_has_confirmed_is_known_to_be_unsure() -> None:
    assert unsure(date(2012, 7, 14))


def test_2012_had_248_working_days() -> None:
    days = [date(2012, 1, 1) + timedelta(days=n) for n in range(366)]
    assert sum(WORKING_DAYS.is_open(day) for day in days) == 248


@pytest.mark.parametrize(
    ("basis", "address"),
    [
        ("民法第140条", "129AC0000000089#Mp-Pa_1-Ch_6-At_140"),
        ("民法第143条第2項ただし書", "129AC0000000089#Mp-Pa_1-Ch_6-At_143"),
        ("地方自治法第4条の2第4項", "322AC0000000067#Mp-Pa_1-At_4_2"),
        ("民法第709条", ""),
        ("試験条例第12条", ""),
    ],
)
def test_an_article_of_national_law_has_the_address_of_its_text(basis: str, address: str) -> None:
    assert page_of_article(basis).endswith(address)
    assert bool(page_of_article(basis)) is bool(address)
