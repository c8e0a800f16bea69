"""Every room is furnished: installed, explained, and named in the map of the house."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from .test_walls import ROOT, SOURCE

# Diagrams are drawn from the state tables; what people wrote fits on one page.
DRAWN = re.compile(r"<!-- diagram:.*?<!-- /diagram -->", re.DOTALL)
FLOORS = ("kernel", "domains", "surfaces")
ROOMS = sorted(path.parent for floor in FLOORS for path in (SOURCE / floor).glob("*/__init__.py"))


def test_every_domain_is_installed_once_in_the_settings() -> None:
    folders = [f"jichi.domains.{path.name}" for path in ROOMS if path.parent.name == "domains"]
    assert sorted(settings.DOMAINS) == folders


@pytest.mark.parametrize("room", ROOMS, ids=lambda path: path.name)
def test_a_room_explains_itself_on_one_page(room: Path) -> None:
    lines = DRAWN.sub("", (room / "README.md").read_text(encoding="utf-8")).splitlines()
    assert lines[0].startswith("# ")
    assert 3 <= len(lines) <= 120


@pytest.mark.parametrize("room", ROOMS, ids=lambda path: path.name)
def test_a_kernel_room_stands_in_the_map_of_the_house(room: Path) -> None:
    if room.parent.name == "kernel":
        assert f"`{room.name}`" in (ROOT / "docs/architecture.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("migrations/0*.py")), ids=lambda path: path.name)
def test_a_migration_says_what_it_does(path: Path) -> None:
    assert "auto" not in path.stem.split("_"), "name the migration for what it does"
