"""The public home shows what is declared and nothing else."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.town import Town

from jichi.kernel.access.roles import Role
from jichi.kernel.administration.permissions import May
from jichi.kernel.subsystem import NavItem

from .declared import DOOR, WARD_CARD, card, declare


def home(town: Town) -> str:
    return town.browser().get("/").content.decode()


def test_the_first_thing_is_one_question_with_a_box(town: Town) -> None:
    shown = home(town)
    assert "<h1>何をお探しですか</h1>" in shown
    assert 'id="question" name="q"' in shown


def test_doors_and_shortcuts_are_what_the_subsystems_declare(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    declare(monkeypatch, doors=(DOOR,), asked=(NavItem(label="試験の近道", url_name="threads:find"),))
    shown = home(town)
    assert "ためしに開きます" in shown
    assert "試験の近道" in shown


def test_a_way_in_for_staff_is_not_shown_to_others(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    declare(
        monkeypatch,
        asked=(NavItem(label="職員だけ", url_name="administration:staff", needs=May.SEE_STAFF),),
    )
    assert "職員だけ" not in home(town)
    staff = town.browser(town.staff(Role.ADMINISTRATOR))
    assert "職員だけ" in staff.get("/").content.decode()


def test_cards_stand_in_their_order_and_an_empty_one_is_not_shown(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    declare(monkeypatch, cards=(card("二番目", order=20), card("一番目", order=10), card("")))
    shown = home(town)
    assert shown.index("一番目") < shown.index("二番目")
    assert shown.count('class="empty"') == 2


def test_the_map_leads_to_each_ward(town: Town) -> None:
    assert 'href="/ward/14131/"' in home(town)


def test_the_home_takes_few_queries(town: Town) -> None:
    with CaptureQueriesContext(connection) as queries:
        home(town)
    assert len(queries) <= 5


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("about", "AGPL"),
        ("accessibility", "WCAG 2.2"),
        ("privacy", "クッキー"),
        ("keyboard", "本文へ移動する"),
        ("sitemap", "サイトマップ"),
    ],
)
def test_each_page_about_the_site_says_its_matter_without_a_query(town: Town, path: str, says: str) -> None:
    with CaptureQueriesContext(connection) as queries:
        shown = town.browser().get(f"/{path}/").content.decode()
    assert says in shown.split("<main", 1)[1]
    assert len(queries) == 0


def test_the_source_is_offered_where_the_city_says_it_is(town: Town, settings: object) -> None:
    assert "無料でお渡しします" in town.browser().get("/about/").content.decode()
    settings.SOURCE_URL = "https://source.example.jp/"  # type: ignore[attr-defined]
    assert 'href="https://source.example.jp/"' in town.browser().get("/about/").content.decode()


def test_the_sitemap_names_each_page_once(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    declare(monkeypatch, doors=(DOOR,), nav=(DOOR,), asked=(DOOR,))
    shown = town.browser().get("/sitemap/").content.decode().split("<main", 1)[1].split("</main", 1)[0]
    assert shown.count("試験のとびら") == 1


def test_a_visitor_who_only_reads_gets_no_cookie(town: Town) -> None:
    browser = town.browser()
    for path in ("/", "/ward/", "/search/?q=x", "/about/"):
        browser.get(path)
    assert not browser.cookies


def test_what_a_ward_declares_stands_on_its_page_only(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    declare(monkeypatch, ward_cards=(WARD_CARD,))
    assert "区番号14131の催し" in town.browser().get("/ward/14131/").content.decode()
    assert "の催し" not in town.browser().get("/ward/14132/").content.decode()
