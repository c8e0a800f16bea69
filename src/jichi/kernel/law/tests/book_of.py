"""Small law books written as a city would write them."""

from pathlib import Path

from jichi.kernel.law.book import LawBook

HEAD = """
[share]
name = "署名の割合"
name_en = "Share of signatures"
unit = "ratio"
chosen_by = "申請の日"
"""

ROW = """
[[share.values]]
from = 2009-04-01
value = "1/10"
source = "条例 第4条"
confidence = "read"
"""

REPEAL = """
[[share.values]]
from = 2019-06-28
source = "廃止条例"
confidence = "read"
"""


def folder(place: Path, **files: str) -> Path:
    """A folder with law files by name."""
    place.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (place / f"{name}.toml").write_text(text, encoding="utf-8")
    return place


def book(place: Path, **files: str) -> LawBook:
    """A law book without defaults."""
    return LawBook.load([], folder(place, **files))
