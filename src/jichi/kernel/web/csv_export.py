"""CSV that Excel in Japan opens rightly and that cannot run as a formula."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.http import StreamingHttpResponse

from jichi.kernel.values.readings import without_readings

BOM = "\ufeff"
# What a spreadsheet takes for the start of a formula, in half and full width. Source: OWASP, CSV Injection.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class Line:
    """A file of one line: hands back what csv.writer writes."""

    def write(self, text: str) -> str:
        return text


def safe_cell(value: Any) -> Any:
    """A value as a spreadsheet may see it: text like a formula gets an apostrophe, numbers stay."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, int | float | Decimal):
        return value
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def csv_lines(*, heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    """The file line by line: BOM, CRLF, quoted where needed (RFC 4180)."""
    writer = csv.writer(Line())
    yield BOM + writer.writerow([without_readings(str(head)) for head in heads])
    for row in rows:
        yield writer.writerow([safe_cell(value) for value in row])


def csv_response(
    *, filename: str, heads: Sequence[str], rows: Iterable[Sequence[Any]]
) -> StreamingHttpResponse:
    """A download that never holds the whole file in memory."""
    return StreamingHttpResponse(
        csv_lines(heads=heads, rows=rows),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{filename}.csv"'},
    )
