"""A calendar program that cannot sign in reads the clocks of a section at a secret address."""

from datetime import date, datetime, timedelta

import pytest
import vobject
from django.core.cache import cache
from django.test import Client
from icalendar import Calendar, Event
from tests.town import Town

from jichi.kernel.access.models import Grant
from jichi.kernel.access.roles import Role
from jichi.kernel.deadlines.actions.pause_clock import pause_clock
from jichi.kernel.deadlines.models import CalendarAddress, Deadline
from jichi.kernel.deadlines.secret import digest_of
from jichi.kernel.deadlines.tests.keeping import asked, requested
from jichi.kernel.ledger.models import Event as Recorded
from jichi.kernel.people.models import Account

PAGE = "/desk/deadlines/calendars/"
TITLE = "試験 花子さんの請求への回答"


@pytest.fixture(autouse=True)
def fresh_counts(db: None) -> None:
    cache.clear()


@pytest.fixture
def deadline(town: Town) -> Deadline:
    return requested(town.section, title=TITLE)


@pytest.fixture
def staff(town: Town) -> Account:
    return town.staff(Role.SECTION_STAFF, section=town.section)


def made(town: Town, account: Account, code: str = "") -> str:
    """The path of a new address, as the person copies it from the page."""
    page = town.browser(account).post(f"{PAGE}{code or town.section.code}/make/")
    assert page["Cache-Control"] == "no-store"
    return page.context["made"]["address"].removeprefix("http://testserver")


def read(path: str) -> Event:
    answer = Client().get(path)
    assert answer.status_code == 200
    return Calendar.from_ical(answer.content).walk("VEVENT")[0]


def test_who_is_not_signed_in_reads_the_clocks_by_the_address_alone(
    town: Town, deadline: Deadline, staff: Account
) -> None:
    answer = Client().get(made(town, staff))
    entry = Calendar.from_ical(answer.content).walk("VEVENT")[0]

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["X-Robots-Tag"] == "noindex"
    assert set(answer["Cache-Control"].split(", ")) == {"max-age=900", "private"}
    assert (entry.decoded("DTSTART"), entry.decoded("DTEND")) == (date(2012, 7, 24), date(2012, 7, 25))
    assert entry["URL"] == f"http://localhost:8000/desk/deadlines/{deadline.public_id}/"


def test_an_independent_program_reads_the_same_whole_day_with_its_alarms(
    town: Town, deadline: Deadline, staff: Account
) -> None:
    body = Client().get(made(town, staff)).content.decode()
    calendar = vobject.readOne(body)
    calendar.validate(raiseException=True)
    (entry,) = calendar.vevent_list

    assert entry.dtstart.value == date(2012, 7, 24)
    assert entry.uid.value == f"{deadline.public_id}@localhost"
    assert [alarm.trigger.value for alarm in entry.valarm_list] == [
        timedelta(hours=8),
        timedelta(hours=8) - timedelta(days=7),
    ]
    assert calendar.method.value == "PUBLISH"
    assert all(len(line.encode()) <= 75 for line in body.split("\r\n"))
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT6H" in body


def test_nothing_personal_leaves_by_the_address(town: Town, deadline: Deadline, staff: Account) -> None:
    body = Client().get(made(town, staff)).content.decode().replace("\r\n ", "")

    assert "花子" not in body
    assert "SUMMARY:期限：12-0001-9" in body
    assert staff.email not in body


def test_a_title_that_its_domain_declares_to_name_nobody_is_shown(town: Town, staff: Account) -> None:
    asked(town.section, calendar_title="評価票をつくる")

    assert read(made(town, staff))["SUMMARY"] == "評価票をつくる"


def test_a_paused_clock_leaves_the_calendar_until_it_runs_again(
    town: Town, deadline: Deadline, staff: Account
) -> None:
    path = made(town, staff)
    before = read(path).decoded("LAST-MODIFIED")
    pause_clock(actor=town.actor(staff), deadline=deadline, on=date(2012, 7, 12), because="補正のため")
    assert b"VEVENT" not in Client().get(path).content

    town.browser(staff).post(
        f"/desk/deadlines/{deadline.public_id}/resume/", {"on": "2012-07-19", "stage": "act"}
    )
    again = read(path)
    assert (again.decoded("DTSTART"), again["UID"]) == (date(2012, 7, 31), f"{deadline.public_id}@localhost")
    assert again.decoded("LAST-MODIFIED") >= before


def test_the_secret_is_kept_hashed_and_stands_neither_in_the_record_nor_on_any_later_page(
    town: Town, deadline: Deadline, staff: Account
) -> None:
    secret = made(town, staff).removeprefix(PAGE).removesuffix(".ics")

    assert len(secret) == 43
    assert CalendarAddress.objects.get().digest == digest_of(secret) != secret
    told = Recorded.objects.get(type="deadlines.calendar_address.made")
    assert told.public == {"section": town.section.code, "replaced": False}
    page = town.browser(staff).get(PAGE).content.decode()
    assert secret not in page
    assert "まだ読み込まれていません。" in page


def test_its_person_sees_when_it_was_last_read(town: Town, deadline: Deadline, staff: Account) -> None:
    Client().get(made(town, staff))

    assert "最後に読み込まれた日は" in town.browser(staff).get(PAGE).content.decode()


def test_a_new_address_ends_the_former_one(town: Town, deadline: Deadline, staff: Account) -> None:
    former, newer = made(town, staff), made(town, staff)

    assert Client().get(former).status_code == 404
    assert Client().get(newer).status_code == 200


def test_a_revoked_address_answers_to_nobody(town: Town, deadline: Deadline, staff: Account) -> None:
    path = made(town, staff)
    page = town.browser(staff).post(f"{PAGE}{town.section.code}/revoke/", follow=True).content.decode()

    assert "アドレスを使えなくしました。" in page
    assert Client().get(path).status_code == 404
    assert Recorded.objects.get(type="deadlines.calendar_address.revoked")


def test_an_address_ends_with_the_role_of_its_person(town: Town, deadline: Deadline, staff: Account) -> None:
    path = made(town, staff)
    Grant.objects.filter(account=staff).update(until=date(2012, 7, 1))
    assert Client().get(path).status_code == 404


def test_an_address_ends_with_the_account_of_its_person(
    town: Town, deadline: Deadline, staff: Account
) -> None:
    path = made(town, staff)
    Account.objects.filter(pk=staff.pk).update(is_active=False)
    assert Client().get(path).status_code == 404


@pytest.mark.parametrize("secret", ["x", "A" * 43, "../home"])
def test_a_made_up_secret_finds_nothing(town: Town, deadline: Deadline, secret: str) -> None:
    assert Client().get(f"{PAGE}{secret}.ics").status_code == 404


def test_nobody_makes_or_revokes_an_address_for_another_section(
    town: Town, deadline: Deadline, staff: Account
) -> None:
    browser = town.browser(staff)
    assert browser.post(f"{PAGE}{town.other_section.code}/make/").status_code == 404
    assert browser.post(f"{PAGE}{town.section.code}/revoke/").status_code == 404
    assert town.browser(town.account()).get(PAGE).status_code == 404
    assert not CalendarAddress.objects.exists()


def test_a_program_that_asks_all_the_time_is_told_to_wait(
    town: Town, deadline: Deadline, staff: Account
) -> None:
    path = made(town, staff)
    assert [Client().get(path).status_code for _ in range(30)] == [200] * 30
    refused = Client().get(path)
    assert (refused.status_code, refused["Retry-After"]) == (429, "3600")


def test_the_calendar_of_many_clocks_needs_few_queries(
    town: Town, staff: Account, django_assert_max_num_queries
) -> None:
    for number in range(20):
        asked(town.section, kind=f"test.{number}")
    path = made(town, staff)
    Client().get(path)
    with django_assert_max_num_queries(30):
        Client().get(path)


def test_an_entry_says_when_it_was_changed_in_utc(town: Town, deadline: Deadline, staff: Account) -> None:
    stamp = read(made(town, staff)).decoded("DTSTAMP")
    assert isinstance(stamp, datetime)
    assert stamp.utcoffset() == timedelta(0)
