"""A month of clocks on one page."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.town import Town

from jichi.kernel.access.roles import Role
from jichi.kernel.deadlines.rules.month import Month
from jichi.kernel.deadlines.tests.keeping import asked, requested

PAGE = "/desk/deadlines/month/"
JULY = Month(2012, 7)


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jichi.kernel.deadlines.views.lists.today", lambda: date(2012, 7, 10))


def test_a_month_is_weeks_from_sunday_to_saturday() -> None:
    weeks = JULY.weeks()

    assert (weeks[0][0], weeks[-1][-1]) == (date(2012, 7, 1), date(2012, 8, 4))
    assert {len(week) for week in weeks} == {7}
    assert all(week[0].weekday() == 6 for week in weeks)


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 12, 31)))
def test_the_month_before_and_after_is_one_away(day: date) -> None:
    month = Month.of(day)
    assert month.before.after == month == month.after.before
    assert month.before < month < month.after
    assert Month.read(str(month)) == month


@pytest.mark.parametrize("text", ["2012", "2012-13", "2012-7-1", "x", "2012-07-01"])
def test_what_is_no_month_is_not_read(text: str) -> None:
    assert Month.read(text) is None


def shown(town: Town, query: str = "") -> str:
    chief = town.staff(Role.SECTION_CHIEF, section=town.section)
    return town.browser(chief).get(f"{PAGE}{query}").content.decode()


def test_a_clock_stands_on_its_last_day_and_the_closed_days_say_why(town: Town) -> None:
    requested(town.section)
    page = shown(town)
    day_24 = page.split('datetime="2012-07-24"')[1].split("</td>")[0]

    assert "質問への回答" in day_24
    assert "海の日" in page.split('datetime="2012-07-16"')[1].split("</td>")[0]
    assert "閉庁" in page.split('datetime="2012-07-14"')[1].split("</td>")[0]
    assert "今日" in page.split('datetime="2012-07-10"')[1].split("</td>")[0]
    assert "2012年7月" in page


def test_another_month_and_one_section_can_be_chosen(town: Town) -> None:
    asked(town.section)
    asked(town.other_section, kind="test.other", title="別の課の仕事")
    officer = town.browser(town.staff(Role.PLANNING_OFFICER))

    both = officer.get(f"{PAGE}?month=2012-09").content.decode()
    assert ("質問への回答" in both, "別の課の仕事" in both) == (True, True)
    one = officer.get(f"{PAGE}?month=2012-09&section={town.section.code}").content.decode()
    assert ("質問への回答" in one, "別の課の仕事" in one) == (True, False)
    assert f"month=2012-10&amp;section={town.section.code}" in one


@pytest.mark.parametrize("query", ["?month=1800-01", "?month=x", "?section=gone", "?month=9999-12"])
def test_a_month_or_section_that_is_not_there_is_not_found(town: Town, query: str) -> None:
    browser = town.browser(town.staff(Role.SECTION_CHIEF, section=town.section))
    assert browser.get(f"{PAGE}{query}").status_code == 404


def test_a_section_of_others_is_not_shown(town: Town) -> None:
    asked(town.other_section)
    browser = town.browser(town.staff(Role.SECTION_CHIEF, section=town.section))
    assert browser.get(f"{PAGE}?section={town.other_section.code}").status_code == 404
    assert town.browser(town.account()).get(PAGE).status_code == 404


def test_a_busy_day_shows_the_first_and_leads_to_the_others(town: Town) -> None:
    for number in range(7):
        asked(town.section, kind=f"test.{number}")
    browser = town.browser(town.staff(Role.SECTION_CHIEF, section=town.section))
    page = browser.get(f"{PAGE}?month=2012-09&section={town.section.code}").content.decode()
    more = f"/desk/deadlines/?day=2012-09-07&amp;section={town.section.code}"

    assert page.count("質問への回答") == 5
    assert f'<a href="{more}">ほか2件</a>' in page
    assert browser.get(more.replace("&amp;", "&")).content.decode().count("質問への回答") == 7


def test_a_full_month_needs_few_queries(town: Town, django_assert_max_num_queries) -> None:
    for number in range(30):
        asked(town.section, kind=f"test.{number}")
    browser = town.browser(town.staff(Role.SECTION_CHIEF, section=town.section))
    with django_assert_max_num_queries(14):
        browser.get(f"{PAGE}?month=2012-09")
