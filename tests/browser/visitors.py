"""Somebody at a browser: signed in as one of the demo people, or not at all; in one of three languages."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, BrowserContext, StorageState

from . import demo_people
from .running_city import RunningCity

LANGUAGES = ("ja", "en", "ja-simple")
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


class DoorsOfTheCity:
    """Signs the demo people in, each once, and opens browsers in which they are."""

    def __init__(self, *, chromium: Browser, city: RunningCity) -> None:
        self.chromium = chromium
        self.city = city
        self.states: dict[str, StorageState] = {}

    @contextmanager
    def visit(self, who: str = "", *, language: str = "ja", **options: Any) -> Iterator[BrowserContext]:
        """A browser of `who`, an address of the demo; of a passer-by without one."""
        state = self.state_of(who) if who else None
        # Without motion: a page that still scrolls would be measured halfway.
        context = self.chromium.new_context(
            base_url=self.city.url,
            locale="ja-JP",
            reduced_motion="reduce",
            storage_state=state,
            **options,
        )
        context.add_cookies([{"name": "language", "value": language, "url": self.city.url}])
        yield context
        context.close()

    def state_of(self, who: str) -> StorageState:
        if who not in self.states:
            self.states[who] = self.sign_in(who)
        return self.states[who]

    def sign_in(self, who: str) -> StorageState:
        """By the sign-in form, as a person does, and once more for the pages that ask again.

        What the browser then keeps is remembered.
        """
        context = self.chromium.new_context(base_url=self.city.url)
        for address in ("/account/login/", "/account/reauthenticate/"):
            page = context.request.get(address).text()
            form = {
                "login": who,
                "password": demo_people.password(),
                "csrfmiddlewaretoken": TOKEN.findall(page)[-1],
            }
            answer = context.request.post(address, form=form)
            assert address not in answer.url, f"{who} is refused: {answer.status} {answer.url}"
        state = context.storage_state()
        context.close()
        return state
