"""The page kit in a real browser, on the style pages of the demo city."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from .browser.running_city import RunningCity

pytestmark = pytest.mark.browser

Visit = Callable[..., BrowserContext]
AXE = Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = ["", "list", "form", "desk", "charts"]


def page_for(visit: Visit, city: RunningCity, *, width: int, javascript: bool = True, **choices: str) -> Page:
    """A window of that width whose reader has chosen a language, letters and colours."""
    context = visit(city, viewport={"width": width, "height": 900}, java_script_enabled=javascript)
    context.add_cookies([{"name": name, "value": value, "url": city.url} for name, value in choices.items()])
    return context.new_page()


def faults(page: Page) -> list[str]:
    """What axe finds on the page as it stands, and whether it is wider than its window."""
    # The content policy refuses a script tag; evaluating is not bound by it.
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(f"axe.run(document, {{runOnly: {json.dumps(RULES)}}})")["violations"]
    told = [f"{fault['id']}: {fault['nodes'][0]['html'][:200]}" for fault in found]
    root = "document.documentElement"
    is_wider = page.evaluate(f"{root}.scrollWidth > {root}.clientWidth")
    return [*told, "wider than the window"] if is_wider else told


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("language", ["ja", "en", "ja-simple"])
def test_nobody_is_shut_out_of_any_part_of_the_kit(
    visit: Visit, demo_city: RunningCity, language: str, width: int
) -> None:
    page = page_for(visit, demo_city, width=width, language=language)
    for name in PAGES:
        page.goto(f"/kit/{name}")
        assert faults(page) == [], name


@pytest.mark.parametrize("colour", ["dark", "contrast"])
def test_every_choice_of_colours_keeps_its_contrast(
    visit: Visit, demo_city: RunningCity, colour: str
) -> None:
    page = page_for(visit, demo_city, width=390, language="ja", colour=colour, text="largest")
    for name in PAGES:
        page.goto(f"/kit/{name}")
        assert faults(page) == [], name


def fill(page: Page) -> None:
    page.goto("/kit/form")
    page.fill("[name=name]", "中丸子町会")
    page.check("[name=kind][value=green]")
    page.fill("[name=cost]", "1,234")
    page.fill("[name=day]", "2026-12-01")
    page.check("[name=agreed]")


def press(page: Page, words: str) -> None:
    page.get_by_role("button", name=words).click()


@pytest.mark.parametrize("javascript", [True, False])
def test_a_form_is_filled_confirmed_mended_and_sent(
    visit: Visit, demo_city: RunningCity, javascript: bool
) -> None:
    page = page_for(visit, demo_city, width=390, language="ja", javascript=javascript)
    fill(page)
    press(page, "確認へ進む")
    assert "1,234円" in page.inner_text("main")
    press(page, "戻って直す")
    assert page.input_value("[name=name]") == "中丸子町会"
    press(page, "確認へ進む")
    press(page, "届け出る")
    assert "12-0345-7" in page.inner_text(".receipt")


def test_the_error_summary_gets_the_focus_and_leads_to_the_field(
    visit: Visit, demo_city: RunningCity
) -> None:
    page = page_for(visit, demo_city, width=1280, language="ja")
    page.goto("/kit/form")
    press(page, "確認へ進む")
    assert page.evaluate("document.activeElement.className") == "error-summary"
    page.click(".error-summary a >> nth=0")
    assert page.evaluate("document.activeElement.id") == "id_name"


def test_keys_lead_to_the_search_and_to_the_list_of_keys(visit: Visit, demo_city: RunningCity) -> None:
    page = page_for(visit, demo_city, width=1280, language="ja")
    page.goto("/kit/list")
    page.keyboard.press("?")
    assert page.is_visible("#keys")
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"
    page.keyboard.type("g?")
    assert page.input_value("#search") == "g?"


def test_without_javascript_the_language_is_two_clicks_away(visit: Visit, demo_city: RunningCity) -> None:
    page = page_for(visit, demo_city, width=390, language="ja", javascript=False)
    page.goto("/kit/record")
    page.click("summary:has-text('Language')")
    page.click("button:has-text('やさしい日本語')")
    assert page.url.endswith("/kit/record")
    assert page.get_attribute("html", "lang") == "ja-simple"
