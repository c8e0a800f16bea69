"""The browser of the checks: Debian's Chromium, found or asked for, never done without."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

PLACES = ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
FLAGS = [
    "--headless",
    # The browser's own language settles in what order the parts of a day are typed.
    "--lang=en-US",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class NoChromium(Exception):
    """These checks look at pages as a browser shows them: without one they have not been made."""

    def __init__(self) -> None:
        super().__init__(
            f"No Chromium in {', '.join(PLACES)}. Install it (apt-get install chromium) "
            "or name another one in JICHI_CHROMIUM."
        )


def chromium_path() -> str:
    """Where the browser is. Raises: NoChromium."""
    for place in (os.environ.get("JICHI_CHROMIUM", ""), *PLACES):
        if place and Path(place).is_file():
            return place
    raise NoChromium


@contextmanager
def chromium() -> Iterator[Browser]:
    path = chromium_path()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()
