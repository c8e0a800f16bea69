"""Lists: sort, filter, pages and CSV on the server, for querysets and for plain sequences."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict, StreamingHttpResponse
from django.shortcuts import render
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from .csv_export import csv_response
from .forms import KitForm
from .pages import Page, page_links
from .words import code_text, value_text

Cell = Callable[[Any], Any] | str | None


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column: where its value comes from, whether it sorts, how it looks and how it is exported.

    `cell` is a function of the row or an attribute path (`bureau.name`), by default the key. `sort` is the
    field that the database orders by. `link` gives the address behind the cell; `heading` makes it the
    row's name; `code` says that it is a machine's word; `whole` keeps short words and days on one line.
    `export` gives the plain value for CSV, by default the cell without markup.
    """

    key: str
    label: str
    cell: Cell = None
    sort: str | None = None
    numeric: bool = False
    heading: bool = False
    code: bool = False
    whole: bool = False
    link: Callable[[Any], str] | None = None
    export: Cell = None

    @property
    def look(self) -> str:
        """The class of its cells."""
        return "numeric" if self.numeric else "whole" if self.whole else ""

    def value(self, row: Any) -> Any:
        return read(row, self.cell or self.key)

    def shown(self, row: Any) -> Any:
        text = value_text(self.value(row))
        return code_text(text) if self.code else text

    def plain(self, row: Any) -> Any:
        value = read(row, self.export) if self.export else self.value(row)
        return strip_tags(str(value)) if hasattr(value, "__html__") else value


def read(row: Any, cell: Callable[[Any], Any] | str) -> Any:
    """The value of a cell: a function of the row, or a dotted path of attributes or keys."""
    if callable(cell):
        return cell(row)
    for name in cell.split("."):
        row = row[name] if isinstance(row, Mapping) else getattr(row, name, None)
    return row


class FilterForm(KitForm):
    """Filters of a list. A subclass declares its fields, none required, and says how they narrow the rows."""

    def narrow(self, rows: Any) -> Any:
        raise NotImplementedError


@dataclass(frozen=True, kw_only=True)
class Table:
    """A list as a view declares it. `what` names the things listed; `unit` counts them (件, 人)."""

    what: str
    rows: QuerySet[Any] | Sequence[Any]
    columns: Sequence[Column]
    unit: str = ""
    sort: str = ""
    filters: type[FilterForm] | None = None
    filename: str = "list"
    per_page: int = 50
    id: str = "list"


@dataclass(frozen=True, kw_only=True)
class Head:
    label: str
    numeric: bool
    sort_url: str = ""
    aria_sort: str = ""
    mark: str = ""


@dataclass(frozen=True, kw_only=True)
class ShownCell:
    label: str
    text: Any
    url: str
    look: str
    is_heading: bool


class ShownTable:
    """A table as one request asked for it: what the partial kit/table.html draws.

    Two queries at most: how many, and the rows of the page.
    """

    def __init__(self, table: Table, query: QueryDict) -> None:
        self.table, self.query = table, query
        self.what, self.id = table.what, table.id
        self.filter_form = table.filters(query) if table.filters else None
        self.sort = query.get("sort", "") or table.sort

    @cached_property
    def found(self) -> Any:
        """All rows that pass the filters, sorted. A wrong filter value narrows nothing and says so."""
        rows = self.table.rows
        if self.filter_form and self.filter_form.is_valid():
            rows = self.filter_form.narrow(rows)
        return sorted_rows(rows, self.order)

    @cached_property
    def order(self) -> tuple[Column, bool] | None:
        """The column to sort by and whether downwards; an unknown key sorts nothing."""
        key, down = self.sort.removeprefix("-"), self.sort.startswith("-")
        return next(((c, down) for c in self.table.columns if c.key == key and c.sort), None)

    @cached_property
    def total(self) -> int:
        return self.found.count() if isinstance(self.found, QuerySet) else len(self.found)

    @cached_property
    def last_page(self) -> int:
        return max(1, -(-self.total // self.table.per_page))

    @cached_property
    def number(self) -> int:
        asked = self.query.get("page", "1")
        # Python reads no number of more than 4,300 digits.
        return min(max(int(asked), 1), self.last_page) if asked.isdecimal() and len(asked) < 10 else 1

    @cached_property
    def rows(self) -> list[list[ShownCell]]:
        start = (self.number - 1) * self.table.per_page
        return [self.cells(row) for row in self.found[start : start + self.table.per_page]]

    def cells(self, row: Any) -> list[ShownCell]:
        return [
            ShownCell(
                label=column.label,
                text=column.shown(row),
                url=column.link(row) if column.link else "",
                look=column.look,
                is_heading=column.heading,
            )
            for column in self.table.columns
        ]

    @property
    def heads(self) -> list[Head]:
        return [self.head(column) for column in self.table.columns]

    def head(self, column: Column) -> Head:
        if not column.sort:
            return Head(label=column.label, numeric=column.numeric)
        by, is_down = self.order or (None, False)
        is_sorted = by is column
        return Head(
            label=column.label,
            numeric=column.numeric,
            sort_url=self.url(sort=f"-{column.key}" if is_sorted and not is_down else column.key, page=None),
            aria_sort=("descending" if is_down else "ascending") if is_sorted else "",
            mark=("▼" if is_down else "▲") if is_sorted else "",
        )

    @property
    def pages(self) -> list[Page]:
        return page_links(number=self.number, last=self.last_page, url=lambda page: self.url(page=page))

    @property
    def is_wide(self) -> bool:
        return len(self.table.columns) > 6

    @property
    def caption(self) -> str:
        """One sentence: what this is and how many."""
        words = {"what": self.what, "total": f"{self.total:,}", "unit": self.table.unit or _("件")}
        if self.last_page == 1:
            return _("%(what)sは%(total)s%(unit)sあります。") % words
        start = (self.number - 1) * self.table.per_page
        words |= {"first": f"{start + 1:,}", "last": f"{min(start + self.table.per_page, self.total):,}"}
        return _("%(what)sは%(total)s%(unit)sあり、%(first)sから%(last)sまでを表示しています。") % words

    @property
    def is_filtered(self) -> bool:
        return bool(self.filter_form and any(self.query.get(name) for name in self.filter_form.fields))

    @property
    def csv_url(self) -> str:
        return self.url(format="csv", page=None)

    @property
    def clear_url(self) -> str:
        return "?"

    def url(self, **changes: str | int | None) -> str:
        """The address of this list with some of its settings changed; None takes one out."""
        query = self.query.copy()
        for name, value in changes.items():
            query.pop(name, None)
            if value is not None:
                query[name] = str(value)
        return f"?{query.urlencode()}"


def sorted_rows(rows: Any, order: tuple[Column, bool] | None) -> Any:
    """The rows in the asked order; a queryset gets its key as tie-breaker, so that pages never overlap."""
    if order is None:
        return rows
    column, down = order
    assert column.sort
    if isinstance(rows, QuerySet):
        return rows.order_by(f"-{column.sort}" if down else column.sort, "pk")
    return sorted(rows, key=lambda row: sort_key(read(row, column.sort or "")), reverse=down)


def sort_key(value: Any) -> tuple[bool, Any]:
    """Nothing sorts before something."""
    return (value is not None, value)


def csv_of(table: Table, query: QueryDict) -> StreamingHttpResponse:
    """All found rows as CSV, streamed."""
    found = ShownTable(table, query).found
    rows = found.iterator(chunk_size=2000) if isinstance(found, QuerySet) else found
    return csv_response(
        filename=table.filename,
        heads=[column.label for column in table.columns],
        rows=([column.plain(row) for column in table.columns] for row in rows),
    )


def show_table(
    request: HttpRequest, table: Table, template: str, extra: Mapping[str, Any] | None = None
) -> HttpResponse | StreamingHttpResponse:
    """The list as a page, or as CSV where the address asks for `format=csv`."""
    if request.GET.get("format") == "csv":
        return csv_of(table, request.GET)
    return render(request, template, {"table": ShownTable(table, request.GET), **(extra or {})})
