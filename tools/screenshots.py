"""Pictures of the demo city for the front pages: six pages, wide and narrow, small files."""

import tempfile
from pathlib import Path

from playwright.sync_api import Page
from tests.browser.chromium import chromium
from tests.browser.running_city import ROOT, running_city
from tests.browser.visitors import DoorsOfTheCity

FOLDER = ROOT / "docs/screenshots"
SIZES = {"wide": (1280, 800), "narrow": (390, 844)}
LARGEST = 200_000
PLANNER = "planner@demo.jichi.example"
# Where each picture is taken, and who looks: a visitor or somebody who is signed in.
PAGES = {
    "home": ("/", ""),
    "plan": ("/plans/", ""),
    "programmes": ("/plans/programmes/", ""),
    "programme": ("/plans/programmes/", ""),
    "law": ("/law/", ""),
    "desk": ("/desk/", PLANNER),
}


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as var,
        running_city(Path(var), JICHI_DEMO="1") as city,
        chromium() as browser,
    ):
        doors = DoorsOfTheCity(chromium=browser, city=city)
        for name in PAGES:
            for size in SIZES:
                print(take(doors, name, size))


def take(doors: DoorsOfTheCity, name: str, size: str) -> str:
    """Take one picture and say how large its file is."""
    path, who = PAGES[name]
    width, height = SIZES[size]
    picture = FOLDER / f"{name}-{size}.png"
    with doors.visit(who, viewport={"width": width, "height": height}) as visit:
        page = visit.new_page()
        page.goto(path)
        if name == "programme":
            open_first_row(page)
        picture.write_bytes(page.screenshot())
    return f"{picture.relative_to(ROOT)} {small(picture):,} bytes"


def open_first_row(page: Page) -> None:
    page.goto(page.get_attribute("table.rows tbody th a", "href") or page.url)


def small(picture: Path) -> int:
    """The size of the file. Raises: ValueError for one that would make the repository heavy."""
    size = picture.stat().st_size
    if size > LARGEST:
        raise ValueError(f"{picture.name} has {size:,} bytes; at most {LARGEST:,} are allowed.")
    return size


if __name__ == "__main__":
    main()
