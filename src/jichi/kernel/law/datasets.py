"""Open data of the law: every value with all its days."""

from collections.abc import Iterator
from typing import Any

from .plain import cell, plain_row
from .shelf import law


def law_rows() -> Iterator[tuple[Any, ...]]:
    """All rows of all entries by key, oldest first; an entry nobody knows has one row without a day."""
    for entry in law.entries():
        for row in entry.rows or (None,):
            yield (
                entry.key, entry.name, entry.name_en, entry.unit.code, row and row.since, row and row.until,
                cell(plain_row(row)), row.source if row else "", row.confidence.value if row else "",
                row.note if row else entry.note,
            )  # fmt: skip
