"""What several tests look at in a PDF, with readers that are not ours."""

import io
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def poppler(tool: str, *words: str) -> str:
    """Run a tool of poppler-utils. It is asked for and never done without: apt-get install poppler-utils."""
    found = shutil.which(tool)
    if found is None:
        pytest.fail(f"{tool} is missing; on Debian: apt-get install poppler-utils")
    return subprocess.run([found, *words], capture_output=True, check=True, text=True).stdout


def written(folder: Path, pdf: bytes) -> Path:
    path = folder / "document.pdf"
    path.write_bytes(pdf)
    return path


def elements(element: Any) -> Iterator[pikepdf.Dictionary]:
    """All elements of the structure tree below this one, in reading order."""
    if not isinstance(element, pikepdf.Dictionary):
        return
    yield element
    children = element.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        yield from elements(child)


def structure(pdf: pikepdf.Pdf) -> list[str]:
    """The kinds of all elements that are read aloud, in order."""
    return [str(each.S) for each in elements(pdf.Root.StructTreeRoot) if "/S" in each]


def alternatives(pdf: pikepdf.Pdf) -> list[str]:
    """What is read in place of pictures."""
    return [str(each.Alt) for each in elements(pdf.Root.StructTreeRoot) if "/Alt" in each]
