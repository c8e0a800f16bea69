"""Two ways to work at a page, with the same verbs: by keyboard alone, and by clicks without JavaScript.

A story is written once in these verbs and told with both.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from playwright.sync_api import Locator, Page, expect

MOST_STOPS = 800
HAS_FOCUS = "element => element === document.activeElement"


class Hands(Protocol):
    """What a person does at a page. Names are what the person reads."""

    page: Page

    def follow(self, link: str) -> None: ...

    def press(self, button: str, *, within: Locator | None = None) -> None: ...

    def write(self, label: str, text: str) -> None: ...

    def fill(self, field: Locator, text: str) -> None: ...

    def choose(self, label: str, option: str) -> None: ...

    def tick(self, label: str) -> None: ...

    def attach(self, label: str, file: Path) -> None: ...


def labelled(name: str) -> re.Pattern[str]:
    """The label of a field, with or without the word that marks it as required."""
    return re.compile(rf"^\s*{re.escape(name)}\s*(※?必須)?\s*$")


def seen(part: Locator) -> Locator:
    """A part that is there to be seen; if it is not, the failure shows the page as it is read out."""
    expect(part).to_be_visible()
    return part


class Reader:
    """Finds what a name means; both hands read the same page."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def link(self, name: str) -> Locator:
        return seen(self.page.get_by_role("link", name=name, exact=True).first)

    def button(self, name: str, within: Locator | None) -> Locator:
        place = within or self.page.locator("main")
        return seen(place.get_by_role("button", name=name, exact=True).first)

    def field(self, label: str) -> Locator:
        return seen(self.page.get_by_label(labelled(label)).first)

    @contextmanager
    def next_page(self) -> Iterator[None]:
        with self.page.expect_navigation(wait_until="load"):
            yield


class Clicks(Reader):
    """A pointer, in a browser that runs no script."""

    def follow(self, link: str) -> None:
        with self.next_page():
            self.link(link).click()

    def press(self, button: str, *, within: Locator | None = None) -> None:
        with self.next_page():
            self.button(button, within).click()

    def write(self, label: str, text: str) -> None:
        self.fill(self.field(label), text)

    def fill(self, field: Locator, text: str) -> None:
        field.fill(text)

    def choose(self, label: str, option: str) -> None:
        self.field(label).select_option(label=option)

    def tick(self, label: str) -> None:
        self.field(label).check()

    def attach(self, label: str, file: Path) -> None:
        self.field(label).set_input_files(file)


class Keys(Reader):
    """A keyboard and nothing else: Tab to get there, Enter, Space and arrows to act, letters to write."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        # Listened for from the start: who begins to listen when the key is pressed may be too late to hear.
        page.on("filechooser", lambda _chooser: None)

    def reach(self, target: Locator) -> None:
        """Go on with Tab until the target has the focus, as somebody does who sees no pointer."""
        for _stop in range(MOST_STOPS):
            if target.evaluate(HAS_FOCUS):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not lead to {target}")

    def follow(self, link: str) -> None:
        self.reach(self.link(link))
        with self.next_page():
            self.page.keyboard.press("Enter")

    def press(self, button: str, *, within: Locator | None = None) -> None:
        self.reach(self.button(button, within))
        with self.next_page():
            self.page.keyboard.press("Enter")

    def write(self, label: str, text: str) -> None:
        self.fill(self.field(label), text)

    def fill(self, field: Locator, text: str) -> None:
        self.reach(field)
        if field.get_attribute("type") == "date":
            year, month, day = text.split("-")
            # In the order of chromium.py; a part that is full leads on to the next by itself.
            self.page.keyboard.type(month + day + year)
            expect(field).to_have_value(text)
            return
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.press("Delete")
        self.page.keyboard.insert_text(text)

    def choose(self, label: str, option: str) -> None:
        """Arrows move through the options of a closed list."""
        field = self.field(label)
        self.reach(field)
        self.page.keyboard.press("Home")
        for _option in range(field.locator("option").count()):
            if field.evaluate("list => list.selectedOptions[0].label.trim()") == option:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{label} does not offer {option}")

    def tick(self, label: str) -> None:
        """Space ticks a box; in a group of choices Tab leads to the group and arrows to the choice."""
        box = self.field(label)
        if box.get_attribute("type") == "radio":
            self.reach_radio(box)
        else:
            self.reach(box)
        if not box.is_checked():
            self.page.keyboard.press("Space")

    def reach_radio(self, choice: Locator) -> None:
        name = choice.get_attribute("name")
        group = self.page.locator(f'input[type=radio][name="{name}"]')
        for _stop in range(MOST_STOPS):
            if self.page.evaluate("name => document.activeElement.name === name", name):
                break
            self.page.keyboard.press("Tab")
        for _step in range(group.count()):
            if choice.evaluate(HAS_FOCUS):
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"Arrows do not lead to {choice}")

    def attach(self, label: str, file: Path) -> None:
        self.reach(self.field(label))
        with self.page.expect_file_chooser() as chooser:
            self.page.keyboard.press("Space")
        chooser.value.set_files(file)
