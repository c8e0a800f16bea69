"""What staff see of a clock that may be paused and extended, and what they do there."""

from datetime import date

import pytest
from django.test import Client
from tests.town import Town

from jichi.kernel.access.roles import Role
from jichi.kernel.deadlines.actions.pause_clock import pause_clock
from jichi.kernel.deadlines.models import Deadline, State
from jichi.kernel.deadlines.tests.keeping import CLERK, answer, asked, requested

HOME = "/desk/deadlines/"
WHY = "どの文書かがわからないため"


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    for room in ("views.clock", "views.lists", "tasks"):
        monkeypatch.setattr(f"jichi.kernel.deadlines.{room}.today", lambda: date(2012, 7, 20))


@pytest.fixture
def deadline(town: Town) -> Deadline:
    return requested(town.section, law_key="councils.term_years")


@pytest.fixture
def staff(town: Town) -> Client:
    return town.browser(town.staff(Role.SECTION_STAFF, section=town.section))


@pytest.fixture
def chief(town: Town) -> Client:
    return town.browser(town.staff(Role.SECTION_CHIEF, section=town.section))


def text(browser: Client, deadline: Deadline, verb: str = "") -> str:
    return browser.get(f"{HOME}{deadline.public_id}/{verb}").content.decode()


def stopped(town: Town, deadline: Deadline) -> Deadline:
    actor = town.actor(town.staff(Role.SECTION_STAFF, section=town.section))
    return pause_clock(actor=actor, deadline=deadline, on=date(2012, 7, 12), because=WHY)


def test_staff_stop_a_clock_and_let_it_run_again(town: Town, deadline: Deadline, staff: Client) -> None:
    assert "請求書の補正を求めた日" in text(staff, deadline, "pause/")
    typed = {"on": "2012-07-12", "because": WHY}
    asked_first = staff.post(f"{HOME}{deadline.public_id}/pause/", typed).content.decode()
    assert "まだ送られていません" in asked_first
    assert "試験条例第12条第1項ただし書" in asked_first

    done = staff.post(
        f"{HOME}{deadline.public_id}/pause/", {**typed, "stage": "act"}, follow=True
    ).content.decode()
    assert "期限を止めました。" in done
    assert "請求書の補正を待っています" in done
    assert WHY in done
    assert "最後の日" not in done.split("期限の数え方")[0]
    assert "期限を止めた日" in done
    assert "また動き始めた日" not in done

    asked_again = staff.post(f"{HOME}{deadline.public_id}/resume/", {"on": "2012-07-19"}).content.decode()
    assert "新しい最後の日は2012年7月31日です。" in asked_again
    done = staff.post(
        f"{HOME}{deadline.public_id}/resume/", {"on": "2012-07-19", "stage": "act"}, follow=True
    ).content.decode()
    assert "2012年（平成24年）7月31日" in done
    for words in ("この日までは数えます", "数えない日数を足した日", "止めた（7日間は数えない）"):
        assert words in done


def test_a_chief_extends_and_sees_the_new_day_before_saying_yes(deadline: Deadline, chief: Client) -> None:
    typed = {"on": "2012-07-20", "length": "30", "because": "文書が多いため"}
    asked_first = chief.post(f"{HOME}{deadline.public_id}/extend/", typed).content.decode()
    assert "新しい最後の日は2012年8月23日です。" in asked_first

    done = chief.post(
        f"{HOME}{deadline.public_id}/extend/", {**typed, "stage": "act"}, follow=True
    ).content.decode()
    assert "期限を延ばしました。" in done
    assert "30日延ばした" in done
    assert "期限を延ばす</a>" not in done


def test_a_refusal_stands_at_its_field_and_loses_nothing(deadline: Deadline, chief: Client) -> None:
    typed = {"on": "2012-07-20", "length": "31", "because": "文書が多いため", "stage": "act"}
    answer_ = chief.post(f"{HOME}{deadline.public_id}/extend/", typed)
    page = answer_.content.decode()

    assert answer_.status_code == 422
    assert "延ばせるのは30日までです（試験条例第12条第2項）。" in page
    assert "文書が多いため" in page


@pytest.mark.parametrize(("day", "says"), [("2012-07-21", "まだ来ていない日です"), ("", "記入してください")])
def test_a_day_to_come_or_none_is_not_taken(deadline: Deadline, staff: Client, day: str, says: str) -> None:
    answer_ = staff.post(f"{HOME}{deadline.public_id}/pause/", {"on": day, "because": WHY})
    assert (answer_.status_code, says in answer_.content.decode()) == (422, True)


@pytest.mark.parametrize(
    ("verb", "who", "status"),
    [
        ("pause", Role.SECTION_STAFF, 200),
        ("pause", Role.SECTION_CHIEF, 200),
        ("pause", Role.PLANNING_OFFICER, 404),
        ("extend", Role.SECTION_STAFF, 404),
        ("extend", Role.SECTION_CHIEF, 200),
        ("resume", Role.AUDITOR, 404),
        ("resume", Role.SECTION_STAFF, 200),
    ],
)
def test_a_change_is_there_for_who_may_make_it(
    town: Town, deadline: Deadline, verb: str, who: Role, status: int
) -> None:
    within = {"section": town.section} if who in (Role.SECTION_STAFF, Role.SECTION_CHIEF) else {}
    browser = town.browser(town.staff(who, **within))
    assert browser.get(f"{HOME}{deadline.public_id}/{verb}/").status_code == status


def test_a_clock_without_such_a_provision_has_no_such_page(town: Town, chief: Client) -> None:
    plain = asked(town.section)

    assert chief.get(f"{HOME}{plain.public_id}/pause/").status_code == 404
    assert "期限を止める" not in text(chief, plain)


def test_who_comes_too_late_is_told_and_not_shown_an_error(deadline: Deadline, staff: Client) -> None:
    answer(actor=CLERK, deadline=deadline, on=date(2012, 7, 19))
    late = staff.post(
        f"{HOME}{deadline.public_id}/pause/", {"on": "2012-07-19", "because": WHY, "stage": "act"}
    )
    assert (late.status_code, "いま動いていません" in late.content.decode()) == (422, True)


def test_each_article_leads_to_where_it_can_be_read(town: Town, staff: Client) -> None:
    page = text(staff, requested(town.section, law_key="councils.term_years"))
    assert '<a class="law" href="/law/councils.term_years/">試験条例第12条第1項</a>' in page
    assert 'href="https://laws.e-gov.go.jp/law/129AC0000000089#Mp-Pa_1-Ch_6-At_140">民法第140条</a>' in page


def test_a_closed_day_says_by_which_value_and_that_nobody_confirmed_it(
    town: Town, deadline: Deadline, staff: Client
) -> None:
    pausing = town.actor(town.staff(Role.SECTION_STAFF, section=town.section))
    pause_clock(actor=pausing, deadline=deadline, on=date(2012, 7, 12), because=WHY)
    staff.post(f"{HOME}{deadline.public_id}/resume/", {"on": "2012-07-16", "stage": "act"})
    page = text(staff, deadline)

    assert "/law/calendar.closed_weekdays/" in page
    assert "未確認" in page
    assert "#Mp-Pa_1-At_4_2" in page


@pytest.mark.parametrize(
    ("standing", "shown"), [("", True), ("paused", True), ("running", False), ("overdue", False)]
)
def test_a_paused_clock_stands_apart_in_the_list(
    town: Town, deadline: Deadline, chief: Client, standing: str, shown: bool
) -> None:
    stopped(town, deadline)
    page = chief.get(HOME, {"standing": standing}).content.decode()

    assert ("請求書の補正を待っています。" in page) is shown
    deadline.refresh_from_db()
    assert deadline.state == State.PAUSED


def test_the_page_of_a_clock_needs_few_queries(
    town: Town, deadline: Deadline, chief: Client, django_assert_max_num_queries
) -> None:
    stopped(town, deadline)
    with django_assert_max_num_queries(14):
        text(chief, deadline)
    with django_assert_max_num_queries(14):
        chief.get(HOME)
