"""Build the tree of a chapter from its recognised lines: each heading owns what follows it."""

from __future__ import annotations

from collections.abc import Iterator

from jichi.kernel.values.unreadable import Unreadable

from .chapter import Effort, Measure, Period, Policy
from .codes import MeasureCode, effort_number, policy_number
from .damage import DamagedChapter
from .layout import Kind, Row, refuse_long_name
from .sections import read_statements
from .source import Source
from .tables import TableReader

Periods = list[tuple[int, Period]]
TABLE = frozenset({Kind.HEADER, Kind.LEAD, Kind.ROW})


def read_policy(source: Source, rows: list[Row]) -> Policy:
    """Take the 基本政策 heading; the same heading again is a page head.

    Raises: DamagedChapter (``no_policy``, ``second_policy``, ``bad_policy_number``, ``no_title``).
    """
    first = next((row for row in rows if row.kind is not Kind.OTHER), rows[0])
    if first.kind is not Kind.POLICY:
        raise DamagedChapter(first.line, "no_policy")
    policy = _policy(source, first)
    for row in rows:
        if row.kind is Kind.POLICY and row is not first:
            if _same_heading(source, row) != _same_heading(source, first):
                raise DamagedChapter(row.line, "second_policy")
            source.take(row.span, place="page head", kind="structure")
    return policy


def read_measures(source: Source, rows: list[Row], policy: Policy, periods: Periods) -> tuple[Measure, ...]:
    """Take all measures of the chapter; ``periods`` gathers what headings say, with their lines.

    Raises: DamagedChapter.
    """
    before, parts = _split(rows, Kind.MEASURE)
    for row in before:
        outside = "effort_outside_measure" if row.kind is Kind.EFFORT else "section_outside_effort"
        raise DamagedChapter(row.line, outside)
    if not parts:
        raise DamagedChapter(policy.line, "no_measures")
    measures: dict[MeasureCode, Measure] = {}
    for head, rest in parts:
        code = _code(source, head, policy)
        if code in measures:
            raise DamagedChapter(head.line, "duplicate_measure", measure=code, first=measures[code].line)
        measures[code] = _measure(source, head, rest, code, periods)
    _refuse_cut_off([effort for measure in measures.values() for effort in measure.efforts])
    return tuple(measures.values())


def _refuse_cut_off(efforts: list[Effort]) -> None:
    """A file that ends before the last table would make its programmes look ended."""
    last = efforts[-1]
    if not last.listings and any(effort.listings for effort in efforts):
        raise DamagedChapter(last.line, "cut_off", mark=last.mark)


def _policy(source: Source, row: Row) -> Policy:
    numeral = _take(source, row, "numeral", "policy/numeral")
    _take_sign(source, row, "label")
    try:
        number = policy_number(numeral)
    except Unreadable as fault:
        raise DamagedChapter(row.line, "bad_policy_number", numeral=numeral) from fault
    return Policy(line=row.line, number=number, numeral=numeral, title=_title(source, row, "policy/title"))


def _same_heading(source: Source, row: Row) -> str:
    return "".join(source.words(row.span).split())


def _code(source: Source, row: Row, policy: Policy) -> MeasureCode:
    words = {name: source.words(row.parts[name]) for name in ("policy", "direction", "number")}
    try:
        code = MeasureCode.of(numeral=words["policy"], direction=words["direction"], number=words["number"])
    except Unreadable as fault:
        raise DamagedChapter(row.line, "bad_measure_code") from fault
    if not code.direction or not code.number:
        raise DamagedChapter(row.line, "bad_measure_code")
    if code.policy != policy.number:
        raise DamagedChapter(row.line, "foreign_measure", measure=code, policy=policy.numeral)
    return code


def _measure(source: Source, head: Row, rest: list[Row], code: MeasureCode, periods: Periods) -> Measure:
    place = code.plain
    _take_sign(source, head, "label", "tail")
    as_read = _take(source, head, "code", f"{place}/code")
    title = _title(source, head, f"{place}/title")
    before, parts = _split(rest, Kind.EFFORT)
    for row in before:
        raise DamagedChapter(row.line, "section_outside_effort")
    if not parts:
        raise DamagedChapter(head.line, "measure_is_empty", measure=code)
    efforts = tuple(_efforts(source, parts, place, periods))
    return Measure(line=head.line, place=place, code=code, code_as_read=as_read, title=title, efforts=efforts)


def _efforts(
    source: Source, parts: list[tuple[Row, list[Row]]], place: str, periods: Periods
) -> Iterator[Effort]:
    seen: dict[int, int] = {}
    for head, rest in parts:
        mark = source.words(head.parts["mark"]).strip()
        number = effort_number(mark)
        if number in seen:
            raise DamagedChapter(head.line, "duplicate_effort", mark=mark, first=seen[number])
        if not rest:
            raise DamagedChapter(head.line, "effort_is_empty", mark=mark)
        seen[number] = head.line
        yield _effort(source, head, rest, f"{place}/{number}", periods)


def _effort(source: Source, head: Row, rest: list[Row], place: str, periods: Periods) -> Effort:
    _take_sign(source, head, "label")
    mark = _take(source, head, "mark", f"{place}/mark")
    title = _title(source, head, f"{place}/title")
    issues, approaches = read_statements(source, rest, place, periods)
    tables = TableReader(source=source, place=place, periods=periods)
    return Effort(
        line=head.line,
        place=place,
        number=effort_number(mark),
        mark=mark,
        title=title,
        issues=issues,
        approaches=approaches,
        listings=tables.read(row for row in rest if row.kind in TABLE),
    )


def _split(rows: list[Row], kind: Kind) -> tuple[list[Row], list[tuple[Row, list[Row]]]]:
    """Return the rows before the first heading of a kind, and each heading with what it owns."""
    before: list[Row] = []
    parts: list[tuple[Row, list[Row]]] = []
    for row in rows:
        if row.kind is kind:
            parts.append((row, []))
        else:
            (parts[-1][1] if parts else before).append(row)
    return before, parts


def _take(source: Source, row: Row, part: str, place: str) -> str:
    return source.take(row.parts[part], place=place)


def _take_sign(source: Source, row: Row, *parts: str) -> None:
    for part in parts:
        source.take(row.parts[part], place=row.kind.name.lower(), kind="structure")


def _title(source: Source, row: Row, place: str) -> str:
    title = _take(source, row, "title", place)
    if not title:
        raise DamagedChapter(row.line, "no_title")
    refuse_long_name(title, row.line)
    return title
