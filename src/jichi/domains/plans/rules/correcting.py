"""A source with accepted corrections put in where the faults stood."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Replacement(NamedTuple):
    """What to put in at a line and column, both counted from 1."""

    line: int
    column: int
    read: str
    proposed: str


def corrected(text: str, replacements: Iterable[Replacement]) -> str:
    """The text with every replacement made; line count and all other characters stay.

    Raises: ValueError when the text does not hold what was read at that place.
    """
    lines = text.split("\n")
    # From the right, so that columns further left keep their meaning.
    for each in sorted(replacements, reverse=True):
        line, start = lines[each.line - 1], each.column - 1
        end = start + len(each.read)
        if line[start:end] != each.read:
            raise ValueError(f"line {each.line}, column {each.column} does not hold {each.read!r}")
        lines[each.line - 1] = line[:start] + each.proposed + line[end:]
    return "\n".join(lines)
