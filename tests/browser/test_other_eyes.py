"""Pages for other eyes: letters of twice the size, forced colours, dark colours, paper, Tab instead of a pointer."""

import unicodedata
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from . import axe
from .looks import overflow_faults
from .visitors import DoorsOfTheCity

pytestmark = pytest.mark.browser
PLANNER = "planner@demo.jichi.example"
PUBLIC = ("/", "/plans/", "/kit/", "/kit/form")
COLOURED = ("/kit/", "/kit/charts")
MOST_STOPS = 300

INDICATOR = """() => {
  const here = document.activeElement;
  if (!here || here === document.body) return null;
  const style = getComputedStyle(here), box = here.getBoundingClientRect();
  const ward = here.querySelector(':scope > .ward');
  const drawn = ward
    ? parseFloat(getComputedStyle(ward).strokeWidth) >= 3
    : style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return { tag: here.outerHTML.slice(0, 120), drawn, inside };
}"""


@pytest.fixture
def page(doors: DoorsOfTheCity) -> Iterator[Page]:
    with doors.visit() as context:
        axe.bring(context)
        yield context.new_page()


def stops(page: Page) -> Iterator[dict[str, Any]]:
    """Every place that Tab leads to, until the page ends."""
    for _stop in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if (stop := page.evaluate(INDICATOR)) is None:
            return
        yield stop


def squeeze(text: str) -> str:
    """Without spaces, and with the characters that the PDF's fonts name differently made the same."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def first_programme(page: Page) -> str:
    page.goto("/plans/programmes/")
    return page.locator("main table a[href*='/plans/programmes/']").first.get_attribute("href") or ""


@pytest.mark.parametrize("path", PUBLIC)
def test_letters_of_twice_the_size_stay_in_the_window(page: Page, path: str) -> None:
    """1280 pixels seen at 200 % are 640 pixels; and only the letters enlarged, by the reader's own setting."""
    page.set_viewport_size({"width": 640, "height": 800})
    page.goto(path)
    assert list(overflow_faults(page)) == []
    page.set_viewport_size({"width": 1280, "height": 800})
    page.evaluate("() => document.documentElement.style.setProperty('font-size', '200%')")
    assert list(overflow_faults(page)) == []


@pytest.mark.parametrize("path", PUBLIC)
def test_the_largest_letters_of_the_site_fit_on_a_phone(doors: DoorsOfTheCity, page: Page, path: str) -> None:
    page.context.add_cookies([{"name": "text", "value": "largest", "url": doors.city.url}])
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(path)
    assert list(overflow_faults(page)) == []
    assert axe.violations(page) == []


def test_a_page_of_the_desk_begins_in_the_upper_half_of_a_phone(doors: DoorsOfTheCity) -> None:
    """Before its title stand the marks of the demo, the header, and one line of the rail."""
    with doors.visit(PLANNER) as context:
        page = context.new_page()
        page.set_viewport_size({"width": 390, "height": 844})
        page.goto("/desk/")
        top = page.evaluate("() => document.querySelector('h1').getBoundingClientRect().top")
        here = page.locator(".rail [aria-current]").bounding_box()
    assert top < 844 / 2
    assert here
    assert 0 <= here["x"] <= 390 - here["width"]


@pytest.mark.parametrize("colour", ["light", "dark", "contrast"])
@pytest.mark.parametrize("path", COLOURED)
def test_every_choice_of_colours_has_contrast(
    doors: DoorsOfTheCity, page: Page, path: str, colour: str
) -> None:
    page.context.add_cookies([{"name": "colour", "value": colour, "url": doors.city.url}])
    page.goto(path)
    assert axe.violations(page) == []


def test_forced_colours_leave_edges_to_be_seen(page: Page) -> None:
    """Backgrounds vanish there: what was drawn by a background alone needs an edge."""
    page.emulate_media(forced_colors="active")
    page.goto("/kit/")
    for part in (".button", ".badge", ".card", ".notice"):
        edge = page.locator(f"main {part}").first.evaluate("each => getComputedStyle(each).borderTopStyle")
        assert edge == "solid", part
    assert axe.violations(page) == []


def test_a_programme_on_paper_is_whole(page: Page) -> None:
    page.goto(first_programme(page))
    title = page.locator("h1").inner_text()
    paper = PdfReader(BytesIO(page.pdf(format="A4")))
    squeezed = squeeze("".join(sheet.extract_text() for sheet in paper.pages))
    assert squeeze(title) in squeezed
    assert "計画にある取組" in squeezed
    for tool in ("サインイン", "サイトマップ"):
        assert tool not in squeezed, "what is only good on the screen is not printed"


@pytest.mark.parametrize(
    ("who", "path"), [("", "/"), ("", "/plans/"), (PLANNER, "/desk/"), ("", "/kit/form")]
)
def test_whoever_walks_with_tab_sees_where_they_are(doors: DoorsOfTheCity, who: str, path: str) -> None:
    with doors.visit(who) as context:
        page = context.new_page()
        page.goto(path)
        seen = list(stops(page))
    assert len(seen) > 5
    for stop in seen:
        assert stop["drawn"], f"no mark around {stop['tag']}"
        assert stop["inside"], f"out of sight: {stop['tag']}"


def test_the_first_stop_leads_past_the_menus(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.id") == "main"
