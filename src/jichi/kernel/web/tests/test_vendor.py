import hashlib
from pathlib import Path

import pytest

import jichi.kernel.web

FOLDERS = [
    Path(jichi.kernel.web.__file__).parent / "static" / "kit" / "vendor",
    Path(jichi.kernel.web.__file__).parents[4] / "tests" / "vendor",
]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_what_others_made_is_as_it_was_vendored(folder: Path) -> None:
    sums = dict(reversed(line.split()) for line in (folder / "CHECKSUMS").read_text().splitlines())
    files = {
        str(file.relative_to(folder)): file
        for file in folder.rglob("*")
        if file.is_file() and file.name != "CHECKSUMS"
    }
    assert {name: hashlib.sha256(file.read_bytes()).hexdigest() for name, file in files.items()} == sums


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_every_vendored_folder_has_its_licence(folder: Path) -> None:
    assert all((part / "LICENSE").exists() for part in folder.iterdir() if part.is_dir())
