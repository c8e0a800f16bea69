"""What the documents promise is there."""

import re
from pathlib import Path

import pytest

from .test_walls import ROOT, sources

VARIABLE = re.compile(r"environ(?:\.get\(|\[)[\"']((?:JICHI|PORT|DATABASE)[A-Z_]*)[\"']")
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#]+)")
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "bench").glob("*.md")])


def test_every_variable_of_the_environment_is_explained() -> None:
    read = {name for path in sources() for name in VARIABLE.findall(path.read_text(encoding="utf-8"))}
    explained = (ROOT / "docs/operations.md").read_text(encoding="utf-8")
    assert read, "the walls look in the wrong place"
    assert {name for name in read if f"`{name}`" not in explained} == set()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_of_a_document_leads_somewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert [link for link in LINK.findall(text) if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("name", ["README.md", "README.ja.md"])
def test_a_front_page_fits_on_one(name: str) -> None:
    assert len((ROOT / name).read_text(encoding="utf-8").splitlines()) < 150


def test_the_licence_is_the_whole_text() -> None:
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "GNU AFFERO GENERAL PUBLIC LICENSE" in licence
    assert "END OF TERMS AND CONDITIONS" in licence


def test_a_decision_has_the_next_number() -> None:
    numbers = [int(path.name[:4]) for path in sorted((ROOT / "docs/decisions").glob("*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))
