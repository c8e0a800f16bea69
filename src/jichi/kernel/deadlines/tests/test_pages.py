"""Who sees which clocks, and what the pages say."""

from datetime import date

import pytest
from icalendar import Calendar
from tests.town import Town

from jichi.kernel.access.roles import Role
from jichi.kernel.deadlines.models import Deadline
from jichi.kernel.deadlines.queries import due_for
from jichi.kernel.deadlines.rules.fixed import FixedDay
from jichi.kernel.deadlines.tests.keeping import asked
from jichi.kernel.people.models import Account

HOME = "/desk/deadlines/"
TODAY = date(2012, 8, 1)


@pytest.fixture
def deadline(town: Town) -> Deadline:
    return asked(town.section)


def person(town: Town, who: str) -> Account:
    if who == "resident":
        return town.account()
    if who == "chief of the bureau":
        return town.bureau_staff(Role.BUREAU_CHIEF, town.section.bureau)
    if who == "planning officer":
        return town.staff(Role.PLANNING_OFFICER)
    section = town.section if who == "owner" else town.other_section
    return town.staff(Role.SECTION_STAFF, section=section)


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("owner", 200),
        ("chief of the bureau", 200),
        ("planning officer", 200),
        ("other section", 404),
        ("resident", 404),
    ],
)
def test_a_clock_and_its_feed_are_there_for_who_may_see_them(
    town: Town, deadline: Deadline, who: str, status: int
) -> None:
    browser = town.browser(person(town, who))

    for address in (f"{HOME}{deadline.public_id}/", f"{HOME}sections/{town.section.code}.ics"):
        assert browser.get(address).status_code == status


@pytest.mark.parametrize(
    ("who", "owes"),
    [
        ("owner", 1),
        ("chief of the bureau", 1),
        ("planning officer", 0),
        ("other section", 0),
        ("resident", 0),
    ],
)
def test_a_clock_is_the_work_of_the_section_that_owes_it(
    town: Town, deadline: Deadline, who: str, owes: int
) -> None:
    assert len(due_for(town.actor(person(town, who)), TODAY)) == owes


def test_the_list_shows_each_reader_what_is_theirs(town: Town, deadline: Deadline) -> None:
    assert deadline.title in town.browser(person(town, "owner")).get(HOME).content.decode()
    assert deadline.title not in town.browser(person(town, "other section")).get(HOME).content.decode()
    assert town.browser(person(town, "resident")).get(HOME).status_code == 404


def test_the_page_shows_how_the_day_was_reckoned(town: Town, deadline: Deadline) -> None:
    page = town.browser(person(town, "owner")).get(f"{HOME}{deadline.public_id}/").content.decode()

    for words in (
        "2012年（平成24年）9月7日",
        "初日は数えず、次の日から数えます",
        "民法第140条",
        "試験条例第5条第1項",
        "回答が遅れた理由を公表します。",
        "2012年（平成24年）7月9日</time> 質問された",
    ):
        assert words in page


def test_a_calendar_program_reads_the_feed(town: Town, deadline: Deadline) -> None:
    answer = town.browser(person(town, "owner")).get(f"{HOME}sections/{town.section.code}.ics")
    entry = Calendar.from_ical(answer.content).walk("VEVENT")[0]

    assert answer["Content-Type"].startswith("text/calendar")
    assert entry["SUMMARY"] == "質問への回答"
    assert entry.decoded("DTSTART") == date(2012, 9, 7)
    assert entry["UID"] == f"{deadline.public_id}@localhost"


def test_the_overdue_list_and_its_csv(
    town: Town, deadline: Deadline, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jichi.kernel.deadlines.views.lists.today", lambda: date(2012, 9, 10))
    asked(
        town.section,
        kind="test.later",
        title="まだ先の仕事",
        rule=FixedDay(day=date(2012, 10, 1), basis="要領"),
    )
    browser = town.browser(person(town, "owner"))

    page = browser.get(HOME, {"standing": "overdue"}).content.decode()
    assert "期限を過ぎたものが1件あります。" in page
    assert "3日過ぎています" in page
    assert (deadline.title in page, "まだ先の仕事" in page) == (True, False)
    export = browser.get(HOME, {"format": "csv"})
    lines = b"".join(export.streaming_content).decode("utf-8-sig").splitlines()
    assert lines[1].startswith("2012-09-07,質問への回答,12-0001-9,")
    assert len(lines) == 3


def test_a_list_of_many_clocks_comes_in_pages_and_needs_few_queries(
    town: Town, django_assert_max_num_queries
) -> None:
    for number in range(60):
        asked(town.section, kind=f"test.{number}")
    browser = town.browser(person(town, "owner"))
    with django_assert_max_num_queries(14):
        page = browser.get(HOME).content.decode()
    assert page.count("質問への回答") == 50
