"""A new domain is whole from its first minute: its tests, the walls and the contracts are green."""

from pathlib import Path

import pytest

from .copied_house import CopiedHouse

TITLES = ("--title", "避難所", "--title-en", "Shelters")


@pytest.mark.timeout(600)
def test_a_new_domain_passes_every_check_of_the_house(tmp_path: Path) -> None:
    house = CopiedHouse.under(tmp_path)
    domain = "src/jichi/domains/shelters"
    assert f"{domain}/actions/open_case.py" in house.must("jichi.cli", "scaffold", "shelters", *TITLES)
    house.must("jichi.cli", "reference")
    house.must("jichi.cli", "makemigrations", "--check", "--dry-run")
    house.must("importlinter.cli", "lint", "--no-cache")
    house.must("ruff", "check", domain)
    house.must("ruff", "format", "--check", domain, "src/jichi/config")
    house.must("djlint", "--lint", "--quiet", domain)
    tests = ("pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist")
    assert "28 passed" in house.must(*tests, domain)
    # Those house tests that look at a domain; the contracts were held against it above.
    house.must(*tests, *(f"tests/house/test_{name}.py" for name in ("walls", "rooms", "reference", "texts")))
    again = house.run("jichi.cli", "scaffold", "shelters", *TITLES)
    assert again.returncode == 1
    assert "shelters is taken" in again.stderr
