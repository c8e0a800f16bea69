"""わたしの区: chosen, remembered, forgotten."""

import pytest
from tests.town import Town

from jichi.kernel.places.models import Town as TownRow
from jichi.surfaces.portal.town_name import town_name

from .declared import WARD_CARD, declare


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("浅田一丁目", "浅田一丁目"),
        ("浅田1丁目", "浅田一丁目"),
        ("浅田１－２－３", "浅田一丁目"),
        ("川崎市川崎区浅田1-2", "浅田一丁目"),
        ("神奈川県川崎市幸区 小倉", "小倉"),
        ("市ノ坪", "市ノ坪"),
        ("千代ヶ丘2", "千代ケ丘二丁目"),
        ("王禅寺西", "王禅寺西"),
        ("", ""),
    ],
)
def test_a_town_is_read_out_of_what_people_type(typed: str, name: str) -> None:
    assert town_name(typed) == name


def test_a_ward_that_was_chosen_is_on_the_home_page(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    declare(monkeypatch, ward_cards=(WARD_CARD,))
    browser = town.browser()
    answer = browser.post("/ward/mine/", {"ward": "14131"})
    assert answer["Location"] == "/ward/14131/"
    shown = browser.get("/").content.decode()
    assert "川崎区のページを見る" in shown
    assert "区番号14131の催し" in shown


def test_a_town_is_found_chosen_and_remembered(town: Town) -> None:
    row = TownRow.objects.create(ward=town.ward, name="浅田一丁目")
    browser = town.browser()
    assert "浅田一丁目" in browser.get("/ward/", {"town": "浅田1"}).content.decode()
    browser.post("/ward/mine/", {"ward": "14131", "town": str(row.pk)})
    assert "浅田一丁目" in browser.get("/").content.decode()


def test_a_choice_can_be_taken_back(town: Town) -> None:
    browser = town.browser()
    browser.post("/ward/mine/", {"ward": "14131"})
    browser.post("/ward/mine/", {})
    assert "のページを見る" not in browser.get("/").content.decode()


@pytest.mark.parametrize(
    "cookie", ["99999", "14131.x", "14131.99999999999999", "14131.²", "'; --", ".", "14132.1"]
)
def test_a_spoilt_cookie_harms_nobody(town: Town, cookie: str) -> None:
    browser = town.browser()
    browser.cookies["home"] = cookie
    assert browser.get("/").status_code == 200


def test_a_town_of_another_ward_is_not_taken(town: Town) -> None:
    row = TownRow.objects.create(ward=town.other_ward, name="小倉一丁目")
    browser = town.browser()
    browser.post("/ward/mine/", {"ward": "14131", "town": str(row.pk)})
    assert "小倉" not in browser.get("/").content.decode()


def test_a_ward_that_does_not_exist_is_not_there(town: Town) -> None:
    assert town.browser().get("/ward/99999/").status_code == 404
    assert town.browser().post("/ward/mine/", {"ward": "99999"}).status_code == 404


def test_a_town_that_nobody_knows_is_said_so(town: Town) -> None:
    shown = town.browser().get("/ward/", {"town": "<b>"}).content.decode()
    assert "その名前の町は見つかりませんでした" in shown
    assert "<b>" not in shown
