"""The dates that Kawasaki's election commission printed for the Upper House election of 20 July 2025.

Source: senkyo-kawasaki.city.kawasaki.jp/04konkai.htm, as read in facts/referendum.md §1.4. The city printed
the dates; the periods that lead to them are those of 公職選挙法 (18 years, 3 months, 4 months, 17 days).
"""

from datetime import date

import pytest

from jichi.kernel.calendar import (
    Backwards,
    Period,
    Stay,
    Unit,
    age_on,
    age_reached,
    continuous_since,
    latest_birth,
    months_complete,
)
from jichi.kernel.values import DaySpan

VOTE_DAY = date(2025, 7, 20)
NOTICE_DAY = date(2025, 7, 3)
BASE_DATE = date(2025, 7, 2)

THREE_MONTHS = Period(length=3, unit=Unit.MONTH, basis="公職選挙法第21条第1項")
FOUR_MONTHS = Period(length=4, unit=Unit.MONTH, basis="公職選挙法第21条第2項")


def test_the_notice_is_given_seventeen_days_before_the_vote():
    notice = Backwards(length=17, unit=Unit.DAY, basis="公職選挙法第32条第3項")
    assert notice.latest_day(VOTE_DAY).day == NOTICE_DAY


def test_the_base_date_is_the_day_before_the_notice():
    assert Backwards(length=1, unit=Unit.DAY).latest_day(NOTICE_DAY).day == BASE_DATE


@pytest.mark.parametrize(
    ("born", "may_vote"),
    [(date(2007, 7, 20), True), (date(2007, 7, 21), True), (date(2007, 7, 22), False)],
)
def test_eighteen_on_the_vote_day_is_born_on_or_before_2007_07_21(born, may_vote):
    assert (age_on(born=born, on=VOTE_DAY) >= 18) is may_vote
    assert (age_reached(born=born, age=18).day <= VOTE_DAY) is may_vote


def test_the_latest_birth_that_may_vote_is_2007_07_21():
    assert latest_birth(age=18, on=VOTE_DAY) == date(2007, 7, 21)


@pytest.mark.parametrize(
    ("moved_in", "counts"),
    [(date(2025, 4, 1), True), (date(2025, 4, 2), True), (date(2025, 4, 3), False)],
)
def test_a_move_to_the_city_notified_by_2025_04_02_makes_three_months(moved_in, counts):
    assert THREE_MONTHS.is_complete(start=moved_in, on=BASE_DATE) is counts
    assert (months_complete(since=moved_in, on=BASE_DATE) >= 3) is counts


def test_the_latest_move_that_makes_three_months_is_2025_04_02():
    assert THREE_MONTHS.latest_start(on=BASE_DATE) == date(2025, 4, 2)


@pytest.mark.parametrize(
    ("left", "still_on_the_roll"),
    [(date(2025, 3, 19), False), (date(2025, 3, 20), True), (date(2025, 3, 21), True)],
)
def test_who_left_on_or_after_2025_03_20_is_still_on_the_election_roll(left, still_on_the_roll):
    lived_here = Stay(came=date(2024, 12, 1), left=left)
    since = continuous_since([lived_here], on=left)
    assert THREE_MONTHS.is_complete(start=since, on=left)
    assert FOUR_MONTHS.is_exceeded(start=left, on=VOTE_DAY) is not still_on_the_roll


def test_who_left_with_less_than_three_months_was_never_on_the_roll():
    assert not THREE_MONTHS.is_complete(start=date(2024, 12, 21), on=date(2025, 3, 20))


@pytest.mark.parametrize(
    ("notified", "place"),
    [
        (date(2025, 6, 15), "new ward"),
        (date(2025, 6, 16), "new ward"),
        (date(2025, 6, 17), "old ward"),
        (date(2025, 6, 18), "old ward"),
    ],
)
def test_a_move_between_wards_counts_when_notified_by_2025_06_16(notified, place):
    """The city prints the cut without its rule; it lies 34 days before the vote, and that is data."""
    cut = Backwards(length=34, unit=Unit.DAY).latest_day(VOTE_DAY).day
    assert ("new ward" if notified <= cut else "old ward") == place


@pytest.mark.parametrize(
    ("notified", "place"), [(date(2025, 6, 16), "new town's place"), (date(2025, 6, 17), "old town's place")]
)
def test_the_same_cut_holds_for_moves_inside_a_ward(notified, place):
    cut = Backwards(length=34, unit=Unit.DAY).latest_day(VOTE_DAY).day
    assert ("new town's place" if notified <= cut else "old town's place") == place


def test_a_move_between_wards_does_not_break_residence_in_the_city():
    ward_to_ward = [
        Stay(came=date(2024, 10, 1), left=date(2025, 6, 10)),
        Stay(came=date(2025, 6, 10)),
    ]
    since = continuous_since(ward_to_ward, on=BASE_DATE)
    assert since == date(2024, 10, 1)
    assert THREE_MONTHS.is_complete(start=since, on=BASE_DATE)


def test_early_voting_runs_from_the_day_after_the_notice_to_the_day_before_the_vote():
    early_voting = DaySpan.between(after=NOTICE_DAY, before=VOTE_DAY)
    assert early_voting == DaySpan(first=date(2025, 7, 4), last=date(2025, 7, 19))
    assert NOTICE_DAY not in early_voting
    assert VOTE_DAY not in early_voting
