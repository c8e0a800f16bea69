"""What a page must be besides accessible: told apart from the code so that a test reads as its rule."""

from collections.abc import Iterator

from playwright.sync_api import Page

WIDTHS = {"desk": (1280, 900), "phone": (390, 844)}

FACTS = """() => ({
  lang: document.documentElement.lang,
  title: document.title.trim(),
  headings: document.querySelectorAll('h1').length,
  mains: document.querySelectorAll('main').length,
})"""

# How far content stands out to the right of the window, and what does: boxes that scroll by themselves may hold more.
OVERFLOW = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const wide = [...document.querySelectorAll('body *')].filter(
    (each) => each.getBoundingClientRect().right > width + 1
  );
  return wide.slice(0, 5).map((each) => each.outerHTML.slice(0, 120));
}"""


def frame_faults(page: Page, *, language: str) -> Iterator[str]:
    """The language is told, there is a title, one main heading, one main part."""
    facts = page.evaluate(FACTS)
    if facts["lang"] != language:
        yield f"lang is {facts['lang']!r}, not {language!r}"
    if not facts["title"] or facts["title"].startswith("-"):
        yield f"title is {facts['title']!r}"
    if facts["headings"] != 1:
        yield f"{facts['headings']} main headings"
    if facts["mains"] != 1:
        yield f"{facts['mains']} main parts"


def overflow_faults(page: Page) -> Iterator[str]:
    """Nothing makes the page scroll sideways."""
    for each in page.evaluate(OVERFLOW):
        yield f"wider than the window: {each}"
