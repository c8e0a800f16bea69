"""docs/first-verb.md works as it stands: its changes are made and its commands run, in a copy of the house."""

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from jichi.kernel.workshop.tests.copied_house import CopiedHouse

from .test_walls import ROOT

TUTORIAL = ROOT / "docs/first-verb.md"
BLOCK = re.compile(
    r"(?:New file `(?P<path>[^`]+)`:\n\n)?```(?P<kind>sh|diff|python)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


def blocks(text: str) -> Iterator[tuple[str, str, str]]:
    for block in BLOCK.finditer(text):
        yield block["kind"], block["path"] or "", block["text"]


@pytest.mark.timeout(600)
def test_the_tutorial_works_as_it_stands(tmp_path: Path) -> None:
    house = CopiedHouse.under(tmp_path)
    (house.root / ".venv").symlink_to(ROOT / ".venv")
    for kind, path, text in blocks(TUTORIAL.read_text(encoding="utf-8")):
        if kind == "sh":
            run(house, text)
        elif kind == "diff":
            apply(house.root, text)
        else:
            (house.root / path).write_text(text, encoding="utf-8")
    verbs = (house.root / "docs/reference/verbs.md").read_text(encoding="utf-8")
    assert "| `close_case` | Close a case with a sentence that says what came of it." in verbs
    readme = (house.root / "src/jichi/domains/gardens/README.md").read_text(encoding="utf-8")
    assert "open --> closed" in readme


def run(house: CopiedHouse, commands: str) -> None:
    done = subprocess.run(
        ["sh", "-euc", commands],
        cwd=house.root,
        env=house.environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{commands}\n{done.stdout}\n{done.stderr}"


def apply(root: Path, change: str) -> None:
    # Outside of any repository, so that git takes the folder as it is.
    environment = {**os.environ, "GIT_CEILING_DIRECTORIES": str(root.parent)}
    subprocess.run(["git", "apply", "-"], cwd=root, input=change, text=True, check=True, env=environment)
