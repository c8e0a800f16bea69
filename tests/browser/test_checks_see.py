"""The checks of the sweep, each shown a page that breaks its rule."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from . import axe
from .foreign_words import english_in, english_on
from .looks import frame_faults, overflow_faults
from .witness import Witness

pytestmark = pytest.mark.browser
GOOD = '<html lang="ja"><head><title>例</title></head><body><main><h1>例</h1>{}</main></body></html>'


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    axe.bring(context)
    yield context.new_page()
    context.close()


def show(page: Page, part: str) -> None:
    page.goto("about:blank")
    page.set_content(GOOD.format(part))


@pytest.mark.parametrize(
    ("part", "rule"),
    [
        ("<input>", "label"),
        ('<p style="color:#aaa;background:#fff">薄い文字</p>', "color-contrast"),
        ("<h4>飛んだ見出し</h4>", "heading-order"),
        (
            '<a href="#a" style="font-size:8px">一</a><br><a href="#b" style="font-size:8px">二</a>',
            "target-size",
        ),
    ],
)
def test_axe_finds_what_is_wrong(page: Page, part: str, rule: str) -> None:
    show(page, part)
    assert any(found.startswith(f"{rule}:") for found in axe.violations(page))


def test_axe_is_content_with_a_good_page(page: Page) -> None:
    show(page, "<p>文章</p>")
    assert axe.violations(page) == []


def test_what_stands_out_to_the_right_is_found(page: Page) -> None:
    show(page, '<div style="inline-size:500px">広い</div>')
    assert list(overflow_faults(page))


def test_what_scrolls_by_itself_may_be_wide(page: Page) -> None:
    show(page, '<div style="overflow-x:auto"><div style="inline-size:900px">広い</div></div>')
    assert list(overflow_faults(page)) == []


def test_the_frame_of_a_page_is_checked(page: Page) -> None:
    show(page, "<h1>二つ目</h1>")
    assert list(frame_faults(page, language="ja")) == ["2 main headings"]
    assert "lang is 'ja', not 'en'" in list(frame_faults(page, language="en"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("CSVで保存", []),
        ("someone@example.jp に送る", []),
        ("Submitする", ["Submit"]),
        ("KK-1200-5 の Programme", ["Programme"]),
    ],
)
def test_english_words_are_found_in_japanese(text: str, words: list[str]) -> None:
    assert english_in(text) == words


def test_what_is_marked_as_english_may_stand(page: Page) -> None:
    show(page, '<p lang="en">Some English</p><code>sessionid</code><p hidden>Hidden</p><p>Seen</p>')
    assert english_on(page) == ["Seen"]


def test_the_witness_hears_what_the_console_says(page: Page) -> None:
    witness = Witness(page, home="about:blank")
    show(page, '<script>console.error("oh")</script><script>throw new Error("no")</script>')
    assert [heard.split(":")[0] for heard in witness.heard()] == ["console", "script"]
    assert witness.heard() == []
