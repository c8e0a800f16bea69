"""What a browser check may ask for."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from .browser.chromium import chromium as started_chromium
from .browser.running_city import RunningCity, running_city
from .browser.visitors import DoorsOfTheCity


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with started_chromium() as browser:
        yield browser


@pytest.fixture(scope="session")
def demo_city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningCity]:
    """The demo city as `./run` brings it up, shared by all checks: nobody changes it."""
    with running_city(tmp_path_factory.mktemp("demo-city"), JICHI_DEMO="1") as city:
        yield city


@pytest.fixture(scope="session")
def doors(chromium: Browser, demo_city: RunningCity) -> DoorsOfTheCity:
    return DoorsOfTheCity(chromium=chromium, city=demo_city)
