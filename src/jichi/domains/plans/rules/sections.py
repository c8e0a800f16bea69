"""The ■ sections of an effort: which holds the issues, which the approaches, which the tables.

The form tells them apart, not their titles: approaches name the period, programmes are a table,
and of two sections that do neither the first is the issues.
"""

from __future__ import annotations

from .chapter import Period, Statement
from .damage import DamagedChapter
from .layout import Kind, Row, period_in
from .source import Source

ISSUES, APPROACHES = "issues", "approaches"


def read_statements(
    source: Source, rows: list[Row], place: str, periods: list[tuple[int, Period]]
) -> tuple[tuple[Statement, ...], tuple[Statement, ...]]:
    """Take the headings and statements of an effort; return its issues and its approaches.

    Raises: DamagedChapter (``section_is_empty``, ``section_repeated``, ``statement_outside_section``).
    """
    found: dict[str, tuple[Statement, ...]] = {}
    for head, body in _sections(rows):
        title = _take_heading(source, head)
        period = period_in(title, line=head.line)
        if period:
            periods.append((head.line, period))
        statements = _statement_rows(body)
        if not body:
            raise DamagedChapter(head.line, "section_is_empty", title=title)
        if statements:
            name = _name(found, dated=period is not None)
            if name in found:
                raise DamagedChapter(head.line, "section_repeated", title=title)
            found[name] = _take_statements(source, statements, f"{place}/{name}")
    return found.get(ISSUES, ()), found.get(APPROACHES, ())


def _sections(rows: list[Row]) -> list[tuple[Row, list[Row]]]:
    parts: list[tuple[Row, list[Row]]] = []
    for row in rows:
        if row.kind is Kind.SECTION:
            parts.append((row, []))
        elif parts:
            parts[-1][1].append(row)
        elif row.kind is Kind.STATEMENT:
            raise DamagedChapter(row.line, "statement_outside_section")
    return parts


def _take_heading(source: Source, head: Row) -> str:
    source.take(head.parts["label"], place="section", kind="structure")
    title = source.take(head.parts["title"], place="section", kind="structure")
    if not title:
        raise DamagedChapter(head.line, "no_title")
    return title


def _statement_rows(body: list[Row]) -> list[Row]:
    """Return the statements of a section, which may not stand after a table."""
    statements = [row for row in body if row.kind in {Kind.STATEMENT, Kind.CONTINUED}]
    tables = [row for row in body if row.kind in {Kind.HEADER, Kind.LEAD, Kind.ROW}]
    if tables and statements and statements[-1].line > tables[0].line:
        raise DamagedChapter(statements[-1].line, "statement_outside_section")
    return statements


def _name(found: dict[str, tuple[Statement, ...]], *, dated: bool) -> str:
    return APPROACHES if dated or ISSUES in found else ISSUES


def _take_statements(source: Source, rows: list[Row], place: str) -> tuple[Statement, ...]:
    taken: list[Statement] = []
    for row in rows:
        if row.kind is Kind.STATEMENT:
            where = f"{place}/{len(taken) + 1}"
            source.take(row.parts["label"], place="bullet", kind="structure")
            text = source.take(row.parts["title"], place=where)
            taken.append(Statement(line=row.line, place=where, text=text))
        else:
            last = taken.pop()
            more = source.take(row.span, place=last.place)
            taken.append(Statement(line=last.line, place=last.place, text=last.text + more))
    return tuple(taken)
