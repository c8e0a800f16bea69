"""What everybody sees of a clock on the page of a public record."""

from datetime import date

import pytest
from django.template.loader import render_to_string
from tests.town import Town

from jichi.kernel.access.roles import Role
from jichi.kernel.deadlines.actions.pause_clock import pause_clock
from jichi.kernel.deadlines.public import public_clocks
from jichi.kernel.deadlines.tests.keeping import CLERK, answer, asked, requested

SHOWN_ON = "11-0001-0"
PUBLIC = {"shown_on": SHOWN_ON, "public_title": "請求への決定"}


def words(on: date) -> str:
    given = {"clocks": public_clocks(SHOWN_ON), "today": on}
    return render_to_string("deadlines/public.html", given)


def test_everybody_reads_how_many_days_are_left_and_how_they_were_counted(town: Town) -> None:
    requested(town.section, **PUBLIC)
    shown = words(date(2012, 7, 21))

    for said in (
        "請求への決定",
        "あと3日",
        "7月24日 火曜",
        "初日は数えず、次の日から数えます",
        "民法第140条",
    ):
        assert said in shown
    assert "質問への回答" not in shown


def test_a_clock_that_stands_still_says_for_what(town: Town) -> None:
    deadline = requested(town.section, **PUBLIC)
    staff = town.actor(town.staff(Role.SECTION_STAFF, section=town.section))
    pause_clock(actor=staff, deadline=deadline, on=date(2012, 7, 12), because="花子さんに聞くため")
    shown = words(date(2012, 7, 21))

    assert "止まっています：請求書の補正を待っています。" in shown
    assert "あと" not in shown
    assert "花子" not in shown


def test_what_is_not_declared_public_or_was_met_is_not_shown(town: Town) -> None:
    asked(town.section)
    answer(actor=CLERK, deadline=requested(town.section, kind="test.met", **PUBLIC), on=date(2012, 7, 20))

    assert public_clocks(SHOWN_ON, "12-0001-9", "") == []
    assert words(date(2012, 7, 21)).strip() == ""


def test_the_clocks_of_a_page_need_two_queries(town: Town, django_assert_num_queries) -> None:
    for number in range(5):
        requested(town.section, kind=f"test.{number}", **PUBLIC)
    with django_assert_num_queries(2):
        assert len(public_clocks(SHOWN_ON)) == 5


@pytest.mark.parametrize("on", [date(2012, 7, 24), date(2012, 7, 25)])
def test_the_last_day_and_the_day_after_are_said(town: Town, on: date) -> None:
    requested(town.section, **PUBLIC)
    assert ("今日まで" if on.day == 24 else "1日過ぎています") in words(on)


@pytest.mark.parametrize("is_demo", [True, False])
def test_a_made_up_clock_says_so(town: Town, is_demo: bool) -> None:
    requested(town.section, is_demo=is_demo, **PUBLIC)
    assert ("デモ" in words(date(2012, 7, 20))) is is_demo
