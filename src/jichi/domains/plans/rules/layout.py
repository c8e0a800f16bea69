"""What a line of the chapter is, by the signs of the printed form: its brackets, numbers and bullets.

The form names four things in words (基本政策, 基本施策, 主な取組, and 年度以降 over the last column);
titles, sections and programmes are never known by their words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum, auto

from .chapter import Period
from .damage import DamagedChapter
from .source import Source, Span
from .years import FIRST, LAST, years_of

# Digits need a blank after them: 基本政策 7 まちづくり, and not the 一 of 一人ひとり.
_NUMERAL = r"(?:[Ⅰ-ⅿIVXivxＩＶＸ]+|(?:\d{1,2}|[一二三四五六七八九十]+)(?=[\s\-－‐‑–—−ー]))"
_DASH = r"\s*[-－‐‑–—−ー]\s*"
_OPEN, _CLOSE = r"[(（]", r"[)）]"

_POLICY = re.compile(rf"\s*(?P<label>基本政策)\s*(?P<numeral>{_NUMERAL})(?P<title>.*)")
_MEASURE = re.compile(
    rf"\s*(?P<label>[【［\[]\s*基本施策)\s*(?P<code>(?P<policy>{_NUMERAL}){_DASH}(?P<direction>\d+){_DASH}"
    rf"{_OPEN}\s*(?P<number>\d+)\s*{_CLOSE})\s*(?P<tail>[】］\]])(?P<title>.*)"
)
_MEASURE_START = re.compile(r"\s*[【［\[]\s*基本施策")
_EFFORT = re.compile(rf"\s*(?P<label>主な取組)\s*(?P<mark>[①-⑳]|{_OPEN}\s*\d+\s*{_CLOSE}|\d+)(?P<title>.*)")
_EFFORT_START = re.compile(r"\s*主な取組\s*[^\s。]{0,3}\s+[^。]+")
_SECTION = re.compile(r"\s*(?P<label>[■□◆])(?P<title>.*)")
_STATEMENT = re.compile(r"\s*(?P<label>[-－‐–—*•・])\s*(?P<title>\S.*)")
_PERIOD = re.compile(rf"{FIRST}\s*(?:年度?)?\s*[～~〜\-－–—]\s*{LAST}\s*年度?")
_PAGE_NUMBER = re.compile(r"\s*[-－–—]?\s*\d{1,4}\s*[-－–—]?\s*")
_NOTE = re.compile(r"\s*[※＊]")
_SENTENCE_END = ("。", "．", "」", "）", ")")
_LATER = re.compile(rf"\s*{FIRST}\s*年度\s*以降\s*")
COLUMNS = 4
LONGEST_NAME = 200


class Kind(Enum):
    """The kinds of line a chapter is made of."""

    POLICY = auto()
    MEASURE = auto()
    EFFORT = auto()
    SECTION = auto()
    STATEMENT = auto()
    CONTINUED = auto()  # the statement above runs on
    HEADER = auto()
    LEAD = auto()  # the name of a programme, broken off from the row below
    ROW = auto()
    OTHER = auto()


@dataclass(frozen=True, kw_only=True)
class Row:
    """One non-blank line, what it is, and where its named parts stand."""

    kind: Kind
    span: Span
    parts: dict[str, Span]

    @property
    def line(self) -> int:
        return self.span.line


def recognise(source: Source) -> list[Row]:
    """Return the non-blank lines of the text, in order, each with its kind.

    Raises: DamagedChapter (``bad_measure_code``, ``bad_effort_number``).
    """
    rows: list[Row] = []
    for line in source.lines:
        if source.words(line).strip():
            row = _in_context(source, _row(source, line), rows[-1:])
            if row.kind is Kind.OTHER and _EFFORT_START.fullmatch(source.words(line)):
                raise DamagedChapter(row.line, "bad_effort_number")
            rows.append(row)
    return rows


def cells(source: Source, line: Span) -> list[Span]:
    """Return the cells of a table line; tabs are the only walls, and empty cells beyond the last column none."""
    found, at = [], line.start
    for words in source.words(line).split("\t"):
        found.append(line.part(at, at + len(words)))
        at += len(words) + 1
    while len(found) > COLUMNS and not source.words(found[-1]).strip():
        found.pop()
    return found


def period_in(words: str, *, line: int) -> Period | None:
    """Return the first 2011～2013年度 or 平成23～25年度 of the words.

    Raises: DamagedChapter (``bad_period``), when it ends before it begins or names no years.
    """
    found = _PERIOD.search(words)
    if not found:
        return None
    years = years_of(found)
    if years is None:
        raise DamagedChapter(line, "bad_period", first=found["first"], last=found["last"])
    return Period(first_year=years[0], last_year=years[1])


def later_year(words: str) -> int | None:
    """Return 2014 for 2014年度以降 or 平成26年度以降, None for anything else."""
    found = _LATER.fullmatch(words)
    years = years_of(found) if found else None
    return years[0] if years else None


def refuse_long_name(name: str, line: int) -> None:
    """A name that runs on is a name whose end was lost.

    Raises: DamagedChapter (``name_too_long``).
    """
    if len(name) > LONGEST_NAME:
        raise DamagedChapter(line, "name_too_long", longest=LONGEST_NAME)


def is_page_number(words: str) -> bool:
    return _PAGE_NUMBER.fullmatch(words) is not None


def is_note(words: str) -> bool:
    """A line that begins with ※ speaks about the text."""
    return _NOTE.match(words) is not None


def is_header(source: Source, line: Span) -> bool:
    """A header names the period over its third column and the year after it over the fourth."""
    columns = [source.words(cell) for cell in cells(source, line)]
    return (
        len(columns) == COLUMNS
        and _PERIOD.search(columns[2]) is not None
        and later_year(columns[3]) is not None
    )


def _row(source: Source, line: Span) -> Row:
    words = source.words(line)
    if "\t" in words.strip(" \r"):
        kind = Kind.HEADER if is_header(source, line) else Kind.ROW
        return Row(kind=kind, span=line, parts={})
    if is_page_number(words):
        return Row(kind=Kind.OTHER, span=line, parts={})
    for kind, pattern in _PATTERNS.items():
        if found := pattern.fullmatch(words):
            return Row(kind=kind, span=line, parts=_parts(line, found))
    if _MEASURE_START.match(words):
        raise DamagedChapter(line.line, "bad_measure_code")
    return Row(kind=Kind.OTHER, span=line, parts={})


_PATTERNS = {
    Kind.POLICY: _POLICY,
    Kind.MEASURE: _MEASURE,
    Kind.EFFORT: _EFFORT,
    Kind.SECTION: _SECTION,
    Kind.STATEMENT: _STATEMENT,
}


def _in_context(source: Source, row: Row, before: list[Row]) -> Row:
    """A plain line belongs to a statement or a table row only when it touches it."""
    words = source.words(row.span)
    if row.kind is not Kind.OTHER or is_note(words) or is_page_number(words):
        return row
    for previous in before:
        if previous.line + 1 != row.line:
            continue
        if previous.kind in {Kind.HEADER, Kind.ROW, Kind.LEAD}:
            return replace(row, kind=Kind.LEAD)
        if previous.kind in {Kind.STATEMENT, Kind.CONTINUED} and _runs_on(source.words(previous.span)):
            return replace(row, kind=Kind.CONTINUED)
    return row


def _runs_on(words: str) -> bool:
    return not words.rstrip().endswith(_SENTENCE_END)


def _parts(line: Span, found: re.Match[str]) -> dict[str, Span]:
    return {
        name: line.part(line.start + found.start(name), line.start + found.end(name))
        for name in found.groupdict()
    }
