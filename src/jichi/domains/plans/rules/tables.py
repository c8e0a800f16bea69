"""The programme tables of one effort: header rows, programme rows, names broken over two lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from .cells import NameParts, has_description, name_parts, read_items
from .chapter import Later, Listing, Period
from .damage import DamagedChapter
from .layout import COLUMNS, Kind, Row, cells, later_year, period_in, refuse_long_name
from .source import Source, Span


@dataclass(kw_only=True)
class TableReader:
    """Reads the table lines of an effort; ``periods`` gathers what the headers say, with their lines."""

    source: Source
    place: str
    periods: list[tuple[int, Period]]
    listings: list[Listing] = field(default_factory=list)

    def read(self, rows: Iterable[Row]) -> tuple[Listing, ...]:
        """Take all tables of the effort.

        Raises: DamagedChapter (``table_without_header``, ``table_without_rows``, ``truncated_row``,
        ``wrong_cell_count``, ``no_programme_name``).
        """
        for table in _tables(rows):
            self._read_table(table)
        return tuple(self.listings)

    def _read_table(self, table: list[Row]) -> None:
        if table[0].kind is not Kind.HEADER:
            raise DamagedChapter(table[0].line, "table_without_header")
        first_later_year, lead = 0, None
        for row in table:
            if lead and row.kind is not Kind.ROW:
                raise DamagedChapter(lead.line, "truncated_row")
            if row.kind is Kind.HEADER:
                first_later_year = self._take_header(row)
            elif row.kind is Kind.LEAD:
                lead = row
            else:
                self._take_row(row, lead, first_later_year)
                lead = None
        _check_end(table)

    def _take_header(self, row: Row) -> int:
        columns = cells(self.source, row.span)
        period = period_in(self.source.words(columns[2]), line=row.line)
        if period:
            self.periods.append((row.line, period))
        for column in columns:
            self.source.take(column, place="table header", kind="structure")
        return later_year(self.source.words(columns[3])) or 0

    def _take_row(self, row: Row, lead: Row | None, first_later_year: int) -> None:
        first, past, planned, later = self._four_cells(row)
        place = f"{self.place}/programmes/{len(self.listings) + 1}"
        name_cells = [lead.span, first] if lead else [first]
        if lead and any(has_description(self.source, cell) for cell in name_cells):
            raise DamagedChapter(lead.line, "truncated_row")
        parts = name_parts(self.source, name_cells)
        flags = self._take(parts.flags, f"{place}/flags")
        self.listings.append(
            Listing(
                line=name_cells[0].line,
                place=place,
                name=self._take_name(parts, place, row),
                description=self._take(parts.description, f"{place}/description"),
                each_ward="各区" in flags,
                relisted="再掲" in flags,
                past=read_items(self.source, past, f"{place}/past"),
                planned=read_items(self.source, planned, f"{place}/planned"),
                later=Later(
                    first_year=first_later_year, items=read_items(self.source, later, f"{place}/later")
                ),
            )
        )

    def _four_cells(self, row: Row) -> list[Span]:
        found = cells(self.source, row.span)
        if len(found) == COLUMNS:
            return found
        if len(found) < COLUMNS and row.span.end >= len(self.source.text.rstrip(" \r\n")):
            raise DamagedChapter(row.line, "truncated_row")
        raise DamagedChapter(row.line, "wrong_cell_count", found=len(found), expected=COLUMNS)

    def _take_name(self, parts: NameParts, place: str, row: Row) -> str:
        name = self._take(parts.name, f"{place}/name")
        if not name:
            raise DamagedChapter(row.line, "no_programme_name")
        refuse_long_name(name, row.line)
        return name

    def _take(self, spans: tuple[Span, ...], place: str) -> str:
        return "".join(self.source.take(span, place=place) for span in spans)


def _tables(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Group table lines that touch; a blank line ends a table."""
    table: list[Row] = []
    for row in rows:
        if table and row.line != table[-1].line + 1:
            yield table
            table = []
        table.append(row)
    if table:
        yield table


def _check_end(table: list[Row]) -> None:
    if table[-1].kind is Kind.LEAD:
        raise DamagedChapter(table[-1].line, "truncated_row")
    if table[-1].kind is Kind.HEADER:
        raise DamagedChapter(table[-1].line, "table_without_rows")
