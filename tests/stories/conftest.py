"""A city without a plan for each story, and people at their own browsers."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.authenticator import code_of
from tests.browser.hands import Clicks, Hands, Keys
from tests.browser.running_city import ROOT, RunningCity, environment, running_city

from .people import PASSWORD, Person

SETTLE = "import django; django.setup(); from tests.stories.settle import settle; settle()"
Somebody = Callable[[Person | None], Hands]


@pytest.fixture(scope="session")
def settled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a city that is loaded and has people, but no plan."""
    folder = tmp_path_factory.mktemp("settled")
    surroundings = environment(folder, 0, {"DJANGO_SETTINGS_MODULE": "jichi.config.settings"})
    subprocess.run(
        [sys.executable, "-c", SETTLE], env=surroundings, cwd=ROOT, check=True, capture_output=True
    )
    return folder


@pytest.fixture
def city(settled: Path, tmp_path: Path) -> Iterator[RunningCity]:
    folder = tmp_path / "city"
    shutil.copytree(settled, folder)
    with running_city(folder) as running:
        yield running
        assert "Traceback" not in running.log, running.log


@pytest.fixture(params=["by keyboard", "without JavaScript"])
def somebody(request: pytest.FixtureRequest, chromium: Browser, city: RunningCity) -> Iterator[Somebody]:
    """Put a person at a browser of their own, signed in; nobody in particular without one."""
    kind, scripts = (Keys, True) if request.param == "by keyboard" else (Clicks, False)
    opened = []

    def sit_down(person: Person | None) -> Hands:
        context = chromium.new_context(
            base_url=city.url, locale="ja-JP", timezone_id="Asia/Tokyo", java_script_enabled=scripts
        )
        opened.append(context)
        hands = kind(context.new_page())
        hands.page.goto("/")
        if person:
            sign_in(hands, person)
        return hands

    yield sit_down
    for context in opened:
        context.close()


def sign_in(hands: Hands, person: Person) -> None:
    """Password, then for staff the number that the authenticator app shows."""
    hands.follow("サインイン")
    hands.write("メールアドレス", person.email)
    hands.write("パスワード", PASSWORD)
    hands.press("サインイン")
    if not person.secret:
        return
    hands.write("コード", code_of(person.secret))
    hands.press("サインイン")
