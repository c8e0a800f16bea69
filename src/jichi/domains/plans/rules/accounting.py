"""The proof that nothing of a chapter is lost: every non-blank character has exactly one place."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal

Kind = Literal["result", "structure", "left_out"]


@dataclass(frozen=True, kw_only=True)
class Entry:
    """Non-blank characters ``start`` to ``end`` of the source went to ``place``."""

    start: int
    end: int
    kind: Kind
    place: str
    characters: int


@dataclass(frozen=True, kw_only=True)
class Accounting:
    """Where the characters went. Units: characters that are not blank (Unicode White_Space)."""

    source: int
    entries: tuple[Entry, ...]

    def total(self, kind: Kind) -> int:
        return sum(entry.characters for entry in self.entries if entry.kind == kind)

    @property
    def result(self) -> int:
        """Characters that stand in a field of the chapter."""
        return self.total("result")

    @property
    def structure(self) -> int:
        """Characters that only say what follows: heading signs, bullets, table headers, tags."""
        return self.total("structure")

    @property
    def left_out(self) -> int:
        return self.total("left_out")

    @property
    def unaccounted(self) -> int:
        """0, or the reading is not to be trusted."""
        return self.source - self.result - self.structure - self.left_out

    @property
    def by_place(self) -> dict[str, int]:
        """Characters per place, for the page that shows the proof."""
        places: Counter[str] = Counter()
        for entry in self.entries:
            places[entry.place] += entry.characters
        return dict(places)
