"""The staff home and a resident's own page."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import gettext_noop
from tests.town import Town

from jichi.kernel.access.models import Look
from jichi.kernel.access.roles import Role
from jichi.kernel.clock.reading import now
from jichi.kernel.people.models import Account

from .waiting import declare_work


def page(town: Town, account: Account | None) -> str:
    return town.browser(account).get("/desk/").content.decode()


def test_who_is_not_signed_in_is_led_to_the_sign_in_page(town: Town) -> None:
    answer = town.browser().get("/desk/")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/account/login/")
    assert answer["Location"].endswith("?next=/desk/")


def test_work_stands_soonest_first_in_its_groups(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    declare_work(monkeypatch)
    shown = page(town, town.staff(Role.SECTION_CHIEF, section=town.section)).split("<main", 1)[1]
    order = [shown.index(title) for title in ("期限を過ぎた仕事", "今日の仕事", "承認する仕事", "来週の仕事")]
    assert order == sorted(order)
    assert "あなたの承認を待っています" in shown


def test_the_counts_say_how_much_waits(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    declare_work(monkeypatch)
    answer = town.browser(town.staff(Role.SECTION_CHIEF, section=town.section)).get("/desk/")
    rail = answer.context["rail"]
    assert (rail.overdue, rail.due_today, rail.waiting) == (1, 1, 4)
    assert '<dd class="is-overdue">1' in answer.content.decode()


def test_work_of_others_is_not_shown(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    declare_work(monkeypatch)
    shown = page(town, town.staff(Role.SECTION_STAFF, section=town.section))
    assert "期限を過ぎた仕事" not in shown
    assert "いま待っている仕事はありません" in shown


@pytest.mark.parametrize(("role", "sees"), [(Role.ADMINISTRATOR, True), (Role.SECTION_STAFF, False)])
def test_the_rail_shows_only_the_ways_that_a_role_opens(town: Town, role: Role, sees: bool) -> None:
    assert ("職員と役割" in page(town, town.staff(role))) is sees


def test_the_desk_asks_for_the_work_once(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    declare_work(monkeypatch)
    browser = town.browser(town.staff(Role.SECTION_CHIEF, section=town.section))
    with CaptureQueriesContext(connection) as queries:
        browser.get("/desk/")
    asked = [query["sql"] for query in queries]
    assert len(asked) == len(set(asked)), "the same question was asked twice"
    assert len(asked) <= 14


def test_a_resident_sees_their_own_page_and_no_desk(town: Town) -> None:
    shown = page(town, town.account())
    assert "わたしへのお知らせ" in shown
    assert "お知らせはまだありません" in shown
    assert 'class="rail"' not in shown


def test_a_resident_sees_who_looked_by_role_and_not_by_name(town: Town) -> None:
    resident, clerk = town.account(), town.staff(Role.WARD_STAFF, ward=town.ward)
    Look.objects.create(
        concerned=resident,
        looked_by=clerk,
        actor_title="ward_staff",
        what=gettext_noop("登録内容"),
        why="問い合わせへの回答",
        at=now(),
    )
    shown = page(town, resident)
    assert "区役所の職員" in shown
    assert "問い合わせへの回答" in shown
    assert "わたしの記録を見た人" in page(town, town.account("other@example.jp"))
    assert "問い合わせへの回答" not in page(town, town.account("third@example.jp"))
