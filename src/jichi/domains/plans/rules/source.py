"""The text of a chapter, from which every part is taken once and nothing twice."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

from .accounting import Accounting, Entry, Kind
from .damage import DamagedChapter
from .markup import Tag, find_tags

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\x80-\x84\x86-\x9f]")
BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, kw_only=True)
class Span:
    """A stretch of the source, by character offsets; ``line`` counts from 1."""

    line: int
    start: int
    end: int

    def part(self, start: int, end: int) -> Span:
        return Span(line=self.line, start=start, end=end)


class Source:
    """The source text with a tick at each character that has found its place.

    ``plain`` has the same length as ``text``, with blanks where tags stand, so that patterns see
    words only and offsets stay true.
    """

    def __init__(self, text: str) -> None:
        _refuse_broken_characters(text)
        self.text = text
        self.lines = _lines(text)
        self.tags = [tag for line in self.lines for tag in find_tags(text, line.start, line.end, line.line)]
        self.plain = _without_tags(text, self.tags)
        self._tag_starts = [tag.start for tag in self.tags]
        self._taken = bytearray(len(text))
        self._entries: list[Entry] = []
        self._take_signs_of_the_file()

    def take(self, span: Span, *, place: str, kind: Kind = "result") -> str:
        """Return the text of the span without its tags and outer blanks, and tick it off.

        Raises: ValueError, when a character was already taken: the reader would count it twice.
        """
        pieces = [self._take_piece(start, end, kind, place) for start, end in self._between_tags(span)]
        return "".join(pieces).strip()

    def tags_in(self, span: Span) -> list[Tag]:
        first = bisect_right(self._tag_starts, span.start - 1)
        return self.tags[first : bisect_right(self._tag_starts, span.end - 1)]

    def words(self, span: Span) -> str:
        """The text of the span with blanks for tags: for looking, not for keeping."""
        return self.plain[span.start : span.end]

    def close(self) -> Accounting:
        """Return the account of the whole text.

        Raises: DamagedChapter (``unaccounted``), when a character has no place.
        """
        for line in self.lines:
            rest = "".join(
                char
                for char, taken in zip(
                    self.text[line.start : line.end], self._taken[line.start : line.end], strict=True
                )
                if not taken and not char.isspace()
            )
            if rest:
                raise DamagedChapter(line.line, "unaccounted", text=rest[:40])
        return Accounting(
            source=_visible(self.text), entries=tuple(sorted(self._entries, key=lambda e: e.start))
        )

    def _between_tags(self, span: Span) -> list[tuple[int, int]]:
        tags = self.tags_in(span)
        edges = [span.start, *(edge for tag in tags for edge in (tag.start, tag.end)), span.end]
        return [(start, end) for start, end in list(pairwise(edges))[::2] if start < end]

    def _take_piece(self, start: int, end: int, kind: Kind, place: str) -> str:
        piece = self.text[start:end]
        if not piece.isspace():
            if any(self._taken[start:end]):
                raise ValueError(f"{piece!r} is already taken")
            self._taken[start:end] = b"\x01" * (end - start)
            self._entries.append(
                Entry(start=start, end=end, kind=kind, place=place, characters=_visible(piece))
            )
        return piece

    def _take_signs_of_the_file(self) -> None:
        if self.text.startswith(BYTE_ORDER_MARK):
            self._take_piece(0, 1, "structure", "byte order mark")
        for tag in self.tags:
            self._take_piece(tag.start, tag.end, "structure", "tag")


def _lines(text: str) -> list[Span]:
    """Split at line feeds only: other separators are blanks within a line for every editor."""
    lines, start = [], int(text.startswith(BYTE_ORDER_MARK))
    for number, line in enumerate(text[start:].split("\n"), 1):
        lines.append(Span(line=number, start=start, end=start + len(line)))
        start += len(line) + 1
    return lines


def _without_tags(text: str, tags: list[Tag]) -> str:
    pieces, at = [], 0
    for tag in tags:
        pieces += [text[at : tag.start], " " * (tag.end - tag.start)]
        at = tag.end
    return "".join([*pieces, text[at:]])


def _visible(text: str) -> int:
    return len(text) - sum(map(str.isspace, text))


def _refuse_broken_characters(text: str) -> None:
    if not text.removeprefix(BYTE_ORDER_MARK).strip():
        raise DamagedChapter(1, "empty")
    if found := _CONTROL.search(text):
        raise DamagedChapter(
            _line_of(text, found.start()), "control_character", character=f"U+{ord(found[0]):04X}"
        )
    if "\ufffd" in text:
        raise DamagedChapter(_line_of(text, text.index("\ufffd")), "lost_character")


def _line_of(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1
