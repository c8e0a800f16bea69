"""The sheets as official PDF. An official document is in Japanese, whatever the page it was asked from."""

from collections.abc import Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from jichi.kernel.clock.reading import CITY_TIME
from jichi.kernel.documents.render import render, template

FOLDER = Path(__file__).parents[1] / "documents"


def paper_of_one(content: Mapping[str, Any], *, on: date) -> bytes:
    """A 票(1) on paper; the same sheet on the same day is the same bytes."""
    return drawn("sheet_one.typ", content, on)


def paper_of_two(content: Mapping[str, Any], *, on: date) -> bytes:
    """A 票(2) on paper: of a whole effort, or of one programme where the content has no counts."""
    return drawn("sheet_two.typ", content, on)


def drawn(name: str, content: Mapping[str, Any], on: date) -> bytes:
    at = datetime.combine(on, time(0), CITY_TIME)
    return render(template=template("plans", name, default=FOLDER / name), data=content, at=at)
