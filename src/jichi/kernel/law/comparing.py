"""What differs between the law of two days. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from .book import LawBook
from .entry import Dated, Entry, Repealed
from .plain import plain_row

Row = Dated[object] | Repealed | None


@dataclass(frozen=True, kw_only=True)
class Difference:
    """An entry whose value is not the same on both days."""

    entry: Entry
    on: Row
    against: Row


def differences(book: LawBook, *, on: date, against: date) -> Iterator[Difference]:
    """The entries that differ, by key. A new source for the same value is no difference."""
    for entry in book.entries():
        row, other = entry.row_at(on), entry.row_at(against)
        if plain_row(row) != plain_row(other):
            yield Difference(entry=entry, on=row, against=other)
