"""Every page of the demo city, in three languages, at 1280 and 390 pixels."""

from collections.abc import Callable
from functools import cache

import pytest

from .atlas import PASSER_BY, Atlas, atlas_of
from .inspection import Inspection, inspect
from .site import pattern
from .visitors import LANGUAGES, DoorsOfTheCity

pytestmark = pytest.mark.browser
Inspected = Callable[[str], Inspection]


@pytest.fixture(scope="session")
def atlas(doors: DoorsOfTheCity) -> Atlas:
    return atlas_of(doors)


@pytest.fixture(scope="session")
def inspected(atlas: Atlas, doors: DoorsOfTheCity) -> Inspected:
    """The inspection of a language, made once."""
    return cache(lambda language: inspect(atlas, doors, language=language))


def listed(faults: list[str]) -> str:
    return "\n".join(["", *faults])


@pytest.mark.xdist_group("ja")
def test_every_link_leads_somewhere(atlas: Atlas) -> None:
    broken = [
        f"{answer.status} {answer.path} (as {who or 'passer-by'}), linked from {answer.came_from}"
        for who, answer in atlas.broken
    ]
    assert not broken, listed(broken)


@pytest.mark.xdist_group("ja")
def test_the_walk_saw_the_city(atlas: Atlas) -> None:
    """A walk that stops at the door would find nothing wrong."""
    public = {pattern(path) for path in atlas.pages[PASSER_BY]}
    assert {"/", "/plans/programmes/", "/plans/programmes/<str:reference>/", "/account/login/"} <= public
    assert "/plans/desk/rounds/" in atlas.pages["planner@demo.jichi.example"]


@pytest.mark.parametrize(
    "language", [pytest.param(each, marks=pytest.mark.xdist_group(each)) for each in LANGUAGES]
)
@pytest.mark.parametrize("rule", ["axe", "overflow", "console", "frame"])
def test_every_page_keeps_the_rule(inspected: Inspected, language: str, rule: str) -> None:
    faults = inspected(language).faults[rule]
    assert not faults, listed(faults)


@pytest.mark.xdist_group("ja")
def test_no_english_is_mixed_into_the_japanese_interface(inspected: Inspected) -> None:
    faults = inspected("ja").faults["words"]
    assert not faults, listed(faults)
