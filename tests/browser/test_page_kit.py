"""How the page kit answers to a reader, on the style pages of the demo city. How it looks: test_every_page.py."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from .visitors import DoorsOfTheCity

pytestmark = pytest.mark.browser
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def page(doors: DoorsOfTheCity) -> Iterator[Page]:
    with doors.visit() as context:
        yield context.new_page()


@pytest.fixture(params=["with JavaScript", "without JavaScript"])
def phone(request: pytest.FixtureRequest, doors: DoorsOfTheCity) -> Iterator[Page]:
    with doors.visit(viewport=PHONE, java_script_enabled=request.param == "with JavaScript") as context:
        yield context.new_page()


def fill(page: Page) -> None:
    page.goto("/kit/form")
    page.fill("[name=name]", "中丸子町会")
    page.check("[name=kind][value=green]")
    page.fill("[name=cost]", "1,234")
    page.fill("[name=day]", "2026-12-01")
    page.check("[name=agreed]")


def press(page: Page, words: str) -> None:
    page.get_by_role("button", name=words).click()


def test_a_form_is_filled_confirmed_mended_and_sent(phone: Page) -> None:
    fill(phone)
    press(phone, "確認へ進む")
    assert "1,234円" in phone.inner_text("main")
    press(phone, "戻って直す")
    assert phone.input_value("[name=name]") == "中丸子町会"
    press(phone, "確認へ進む")
    press(phone, "届け出る")
    assert "12-0345-7" in phone.inner_text(".receipt")


def test_the_error_summary_gets_the_focus_and_leads_to_the_field(page: Page) -> None:
    page.goto("/kit/form")
    press(page, "確認へ進む")
    assert page.evaluate("document.activeElement.className") == "error-summary"
    page.click(".error-summary a >> nth=0")
    assert page.evaluate("document.activeElement.id") == "id_name"


def test_keys_lead_to_the_search_and_to_the_list_of_keys(page: Page) -> None:
    page.goto("/kit/list")
    page.keyboard.press("?")
    assert page.is_visible("#keys")
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"
    page.keyboard.type("g?")
    assert page.input_value("#search") == "g?"


def test_the_language_is_two_clicks_away(phone: Page) -> None:
    phone.goto("/kit/record")
    phone.click("summary:has-text('Language')")
    phone.click("button:has-text('やさしい日本語')")
    assert phone.url.endswith("/kit/record")
    assert phone.get_attribute("html", "lang") == "ja-simple"
