"""What a table cell says: a programme's name and description, or a list of ● items."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .chapter import Item, YearNote
from .source import Source, Span
from .years import FIRST, LAST, years_of

Spans = tuple[Span, ...]

_MARK = r"(?:各区|再掲)"
_FLAG = rf"[(（〔\[【]\s*{_MARK}(?:[・、,，]\s*{_MARK})*\s*[)）〕\]】]"
# Never from the middle of a run of blanks: a cell padded with thousands of them would take minutes.
_FLAGS = re.compile(rf"(?<!\s)(?:\s*{_FLAG})+\s*")
_BRACKETED_START = re.compile(r"\s*(?:[(（][^()（）]*[)）]\s*)?")
# The blank in "PDCA サイクル" is typography; the one that ends a name follows a Japanese character.
_GAP = re.compile(r"(?<![0-9A-Za-z０-９Ａ-Ｚａ-ｚ\s])\s+")
_BULLET = re.compile(r"[●•]")
_YEARS = re.compile(
    rf"[(（]\s*{FIRST}\s*(?:年度)?\s*(?P<to>[～~〜\-－–—])?\s*{LAST}?\s*(?:年度)?"
    r"\s*(?P<word>[^()（）\d]*)[)）]"
)
_ENDS = ("完了", "完成", "終了")


@dataclass(frozen=True, kw_only=True)
class NameParts:
    """Where the name, its flags and the description stand in the first cell."""

    name: Spans
    flags: Spans
    description: Spans


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A stretch of a cell between two breaks."""

    span: Span
    begins_item: bool


def pieces(source: Source, cell: Span) -> list[Piece]:
    """Return the non-blank stretches of a cell, parted by tags that break the line."""
    found, start, begins = [], cell.start, False
    for tag in [tag for tag in source.tags_in(cell) if tag.breaks]:
        found.append(Piece(span=cell.part(start, tag.start), begins_item=begins))
        start, begins = tag.end, tag.begins_item
    found.append(Piece(span=cell.part(start, cell.end), begins_item=begins))
    return [piece for piece in found if source.words(piece.span).strip()]


def name_parts(source: Source, cells: Sequence[Span]) -> NameParts:
    """Part a programme's name from its description by layout: a break, a flag, else the first gap."""
    spans = [piece.span for cell in cells for piece in pieces(source, cell)]
    if not spans:
        return NameParts(name=(), flags=(), description=())
    name, flags, rest = _after_name(source, spans[0], alone=_stands_alone(source, spans))
    if not spans[1:]:
        return NameParts(name=(name,), flags=flags, description=rest)
    more_flags, description = _leading_flags(source, spans[1])
    return NameParts(name=(name,), flags=(*flags, *more_flags), description=(*rest, *description, *spans[2:]))


def has_description(source: Source, cell: Span) -> bool:
    return bool(name_parts(source, [cell]).description)


def read_items(source: Source, cell: Span, place: str) -> tuple[Item, ...]:
    """Take the items of a cell; without bullets, each line of it is an item."""
    found = _bulleted(source, cell)
    listed = any(piece.begins_item for piece in found)
    groups: list[list[Span]] = []
    for piece in found:
        if piece.begins_item or not listed or not groups:
            groups.append([])
        groups[-1].append(piece.span)
    filled = [group for group in groups if any(source.words(span).strip() for span in group)]
    return tuple(_item(source, group, f"{place}/{n}") for n, group in enumerate(filled, 1))


def year_notes(text: str) -> tuple[YearNote, ...]:
    """Return the years that a text names in brackets. Units: 年度."""
    return tuple(
        YearNote(
            text=found[0],
            first_year=years[0],
            last_year=None if found["to"] and not found["last"] else years[1],
            completed=any(word in found["word"] for word in _ENDS) or text[: found.start()].endswith(_ENDS),
        )
        for found in _YEARS.finditer(text)
        if "年度" in found[0] and (years := years_of(found))
    )


def _stands_alone(source: Source, spans: list[Span]) -> bool:
    """Whether the first piece holds name and description both: nothing but flags follows it."""
    return all(_FLAGS.fullmatch(source.words(span)) for span in spans[1:])


def _after_name(source: Source, span: Span, *, alone: bool) -> tuple[Span, Spans, Spans]:
    """Return the name, the flags that touch it, and what follows them in the same piece."""
    words = source.words(span)
    body = len(words) - len(words.lstrip())
    begin = _BRACKETED_START.match(words)
    after = begin.end() if begin and begin.end() < len(words.rstrip()) else body + 1
    flag = _FLAGS.search(words)
    gap = (_GAP.search(words.rstrip(), after) or re.search(r"(?<=\S)\s+(?=\S)", words)) if alone else None
    if flag and (not gap or flag.start() <= gap.start()):
        return _parted(source, span, flag.start(), flag.end(), flags=True)
    if gap:
        return _parted(source, span, gap.start(), gap.end(), flags=False)
    return span, (), ()


def _parted(source: Source, span: Span, start: int, end: int, *, flags: bool) -> tuple[Span, Spans, Spans]:
    name, between = span.part(span.start, span.start + start), span.part(span.start + start, span.start + end)
    rest = span.part(span.start + end, span.end)
    return name, (between,) if flags else (), (rest,) if source.words(rest).strip() else ()


def _leading_flags(source: Source, span: Span) -> tuple[Spans, Spans]:
    found = _FLAGS.match(source.words(span))
    if not found:
        return (), (span,)
    flags, rest = (
        span.part(span.start, span.start + found.end()),
        span.part(span.start + found.end(), span.end),
    )
    return (flags,), (rest,) if source.words(rest).strip() else ()


def _bulleted(source: Source, cell: Span) -> list[Piece]:
    """Cut the pieces of a cell at their bullets, taking the bullets as structure."""
    found: list[Piece] = []
    for piece in pieces(source, cell):
        start, begins = piece.span.start, piece.begins_item
        for bullet in _BULLET.finditer(source.plain, piece.span.start, piece.span.end):
            found.append(Piece(span=cell.part(start, bullet.start()), begins_item=begins))
            source.take(cell.part(*bullet.span()), place="bullet", kind="structure")
            start, begins = bullet.end(), True
        found.append(Piece(span=cell.part(start, piece.span.end), begins_item=begins))
    return [piece for piece in found if piece.begins_item or source.words(piece.span).strip()]


def _item(source: Source, spans: list[Span], place: str) -> Item:
    text = "".join(source.take(span, place=place) for span in spans)
    return Item(line=spans[0].line, place=place, text=text, years=year_notes(text))
