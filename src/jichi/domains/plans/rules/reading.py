"""Read the text of a plan chapter into its tree, and account for every character of it."""

from __future__ import annotations

from dataclasses import dataclass

from .accounting import Accounting
from .chapter import Chapter, Period
from .damage import DamagedChapter
from .faults import Correction, find_faults
from .layout import Kind, recognise
from .left_out import LeftOut, leave_out
from .programmes import resolve
from .source import Source
from .tree import read_measures, read_policy


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What a file said: the chapter, what was left out and why, and what looks wrongly extracted."""

    chapter: Chapter
    left_out: tuple[LeftOut, ...]
    corrections: tuple[Correction, ...]
    accounting: Accounting


def read_chapter_bytes(content: bytes) -> Reading:
    """Read a chapter from a file's bytes.

    Raises: DamagedChapter; ``not_utf8`` with the line of the first wrong byte.
    """
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, fault.start) + 1
        raise DamagedChapter(line, "not_utf8", byte=fault.start + 1) from fault
    return read_chapter(text)


def read_chapter(text: str) -> Reading:
    """Read a chapter from its text; every text is kept as it stands, faults included.

    Raises: DamagedChapter, for the first thing found that makes the text no whole chapter.
    """
    source = Source(text)
    rows = recognise(source)
    policy = read_policy(source, rows)
    periods: list[tuple[int, Period]] = []
    content = [row for row in rows if row.kind not in {Kind.POLICY, Kind.OTHER}]
    measures, programmes = resolve(read_measures(source, content, policy, periods))
    left_out = leave_out(source, rows, policy)
    accounting = source.close()
    return Reading(
        chapter=Chapter(
            policy=policy,
            period=_one_period(periods, policy.line),
            measures=measures,
            programmes=programmes,
        ),
        left_out=left_out,
        corrections=find_faults(source.plain, accounting),
        accounting=accounting,
    )


def _one_period(periods: list[tuple[int, Period]], line: int) -> Period:
    """The period that all headings agree on."""
    if not periods:
        raise DamagedChapter(line, "no_period")
    first = periods[0][1]
    for where, period in periods:
        if period != first:
            raise DamagedChapter(where, "period_differs", here=period, there=first)
    return first
