"""A period that is paused counts every day once; an extension goes on from its last day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jichi.kernel.calendar import LOCAL_AUTONOMY_ACT_4_2_4, Extension, Pause, Period, Roll, Rule, Unit

from .city import CLOSED

DAY = timedelta(days=1)
ASKED = date(2012, 7, 2)
PROVISO = "試験条例第12条第1項ただし書"
FIFTEEN_DAYS = Period(length=15, unit=Unit.DAY, basis="試験条例第12条第1項")
ROLLING = Period(
    length=12, unit=Unit.DAY, roll=Roll.NEXT_OPEN, roll_basis=LOCAL_AUTONOMY_ACT_4_2_4, basis="試験法第2条"
)


def pause(since: date, until: date) -> Pause:
    return Pause(since=since, until=until, basis=PROVISO)


def july(day: int) -> date:
    return date(2012, 7, day)


@pytest.mark.parametrize(
    ("since", "until", "last"),
    [
        (july(5), july(5), july(17)),  # corrected on the day: nothing is left out
        (july(5), july(6), july(18)),
        (july(5), july(12), july(24)),
        (july(2), july(3), july(18)),  # asked on the day of the request, which is not counted anyway
        (july(17), july(20), july(20)),  # asked on the last day: due on the day the correction comes
        (july(16), july(20), july(21)),  # one day was left
    ],
)
def test_the_days_after_asking_up_to_the_answer_are_not_counted(since: date, until: date, last: date) -> None:
    assert FIFTEEN_DAYS.last_day(ASKED).day == july(17)
    assert FIFTEEN_DAYS.last_day(ASKED, changes=[pause(since, until)]).day == last


@given(st.lists(st.tuples(st.integers(0, 14), st.integers(0, 40)), max_size=4), st.integers(1, 60))
def test_every_day_is_counted_once_or_left_out(gaps: list[tuple[int, int]], length: int) -> None:
    period, day, pauses = Period(length=length, unit=Unit.DAY), ASKED, []
    for gap, spell in gaps:
        day += gap * DAY
        if day > period.last_day(ASKED, changes=pauses).day:
            break
        pauses.append(Pause(since=day, until=day + spell * DAY))
        day += spell * DAY
    last = period.last_day(ASKED, changes=pauses).day

    left_out = {each.since + n * DAY for each in pauses for n in range(1, each.days + 1)}
    counted = [ASKED + n * DAY for n in range(1, (last - ASKED).days + 1) if ASKED + n * DAY not in left_out]
    assert len(counted) == length


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 9)), min_size=1, max_size=3), st.booleans())
def test_a_period_never_ends_before_what_was_awaited_has_come(
    gaps: list[tuple[int, int]], rolls: bool
) -> None:
    period, day, pauses = ROLLING if rolls else FIFTEEN_DAYS, ASKED, []
    for gap, spell in gaps:
        since = min(day + gap * DAY, period.last_day(ASKED, closed=CLOSED, changes=pauses).day)
        pauses.append(Pause(since=since, until=since + spell * DAY))
        day = since + spell * DAY
    assert period.last_day(ASKED, closed=CLOSED, changes=pauses).day >= day


def test_a_month_ends_by_the_calendar_and_then_the_days_are_added() -> None:
    month = Period(length=1, unit=Unit.MONTH)

    assert month.last_day(date(2012, 1, 30)).day == date(2012, 2, 29)
    assert month.last_day(date(2012, 1, 30), changes=[pause(date(2012, 2, 3), date(2012, 2, 6))]).day == date(
        2012, 3, 3
    )


def test_the_last_day_moves_off_a_closed_day_once_after_the_pause() -> None:
    # Counted to Saturday 14 July, moved over Sunday and 海の日 to Tuesday 17.
    assert ROLLING.last_day(ASKED, closed=CLOSED).day == july(17)
    assert ROLLING.last_day(ASKED, closed=CLOSED, changes=[pause(july(5), july(7))]).day == july(17)
    assert ROLLING.last_day(ASKED, closed=CLOSED, changes=[pause(july(5), july(9))]).day == july(18)


def test_a_period_paused_on_the_open_day_to_which_it_moved_goes_on_from_there() -> None:
    found = ROLLING.last_day(ASKED, closed=CLOSED, changes=[pause(july(17), july(19))])

    assert found.day == july(19)
    assert [step.rule_code for step in found.steps][-4:] == [
        Rule.ROLLED_FORWARD,
        Rule.PAUSED,
        Rule.RESUMED,
        Rule.DAYS_NOT_COUNTED,
    ]


def test_the_steps_say_what_was_left_out_and_by_what_provision() -> None:
    steps = FIFTEEN_DAYS.last_day(ASKED, changes=[pause(july(5), july(12))]).steps

    assert [(step.day, step.rule_code, step.basis) for step in steps[2:]] == [
        (july(17), Rule.LAST_OF_THE_DAYS, "民法第141条"),
        (july(5), Rule.PAUSED, PROVISO),
        (july(12), Rule.RESUMED, PROVISO),
        (july(24), Rule.DAYS_NOT_COUNTED, PROVISO),
    ]


def test_an_extension_counts_on_from_the_last_day_though_it_was_closed() -> None:
    longer = Extension(since=july(17), length=10, unit=Unit.DAY, basis="試験法第2条第2項")
    found = ROLLING.last_day(ASKED, closed=CLOSED, changes=[longer])

    assert found.day == july(24)  # the tenth day after Saturday 14 July
    assert (found.steps[4].day, found.steps[4].rule_code) == (july(15), Rule.COUNTED_ON)


def test_pauses_and_extensions_take_their_turn_by_day() -> None:
    month = Extension(since=july(20), length=1, unit=Unit.MONTH)
    changes = [month, pause(july(5), july(12)), pause(date(2012, 8, 1), date(2012, 8, 3))]

    # 17 July and seven days is the 24th; a month on is 24 August; two days more.
    assert FIFTEEN_DAYS.last_day(ASKED, changes=changes).day == date(2012, 8, 26)
    assert FIFTEEN_DAYS.last_day(ASKED, changes=reversed(changes)).day == date(2012, 8, 26)


def test_nothing_comes_before_it_is_asked_for_and_no_extension_is_empty() -> None:
    with pytest.raises(ValueError, match="does not end"):
        pause(july(5), july(4))
    with pytest.raises(ValueError, match="at least 1"):
        Extension(since=july(5), length=0, unit=Unit.DAY)


@pytest.mark.parametrize("start", [date(2011, 4, 1), date(2011, 4, 2), date(2011, 4, 3)])
def test_weeks_go_by_the_calendar(start: date) -> None:
    """民法第143条: also from the first day of a week, the day before the corresponding weekday."""
    last = Period(length=2, unit=Unit.WEEK).last_day(start).steps[-1]

    assert (last.day, last.rule_code, last.basis) == (
        start + 14 * DAY,
        Rule.LAST_OF_THE_WEEKS,
        "民法第143条",
    )
