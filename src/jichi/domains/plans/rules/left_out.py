"""Lines that belong to no part of the chapter, each with the reason why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .chapter import Policy
from .layout import Kind, Row, is_note, is_page_number
from .source import Source
from .wording import gettext_noop

NOTE = gettext_noop("注記（※で始まる行）")
PAGE_NUMBER = gettext_noop("ページ番号")
PREFACE = gettext_noop("章の見出しより前にある文")
CAPTION = gettext_noop("写真や図の説明")
LOOSE = gettext_noop("どの項目にも入らない文")
LONGEST_CAPTION = 60


@dataclass(frozen=True, kw_only=True)
class LeftOut:
    """A line kept out of the tree; ``why`` is a Japanese text, marked for translation."""

    line: int
    text: str
    why: str


def leave_out(source: Source, rows: Iterable[Row], policy: Policy) -> tuple[LeftOut, ...]:
    """Take the lines that no part of the chapter took."""
    return tuple(
        LeftOut(
            line=row.line,
            text=source.take(row.span, place="left out", kind="left_out"),
            why=_why(source.words(row.span).strip(), before_policy=row.line < policy.line),
        )
        for row in rows
        if row.kind is Kind.OTHER
    )


def _why(words: str, *, before_policy: bool) -> str:
    if is_note(words):
        return NOTE
    if is_page_number(words):
        return PAGE_NUMBER
    if before_policy:
        return PREFACE
    if len(words) <= LONGEST_CAPTION and not words.endswith("。"):
        return CAPTION
    return LOOSE
