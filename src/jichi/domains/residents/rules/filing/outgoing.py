"""Rows on their way out: in the documented layout, in the encoding that was asked for, and nothing lost in silence. Pure."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any
from uuid import UUID

from .faults import Fault
from .layout import Table
from .mapping import Mapping

# A character that an encoding has another one for, or none, is never told by a question mark.
PIECE = 2_000


@dataclass
class Outgoing:
    """Writes the files. `faults` are characters that the encoding cannot hold and the mapping has no code for."""

    folder: Path
    how: Mapping
    faults: list[Fault] = field(default_factory=list)

    @cached_property
    def codes(self) -> list[tuple[str, str]]:
        """The real characters with the private ones that their codes decode to, the longest first."""
        pairs = [(real, private) for private, real in self.how.external.items()]
        return sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0]))

    def write(self, table: Table, rows: Iterable[Sequence[Any]]) -> int:
        """How many rows were written."""
        headings = [self.how.heading(table, column.item) for column in table.columns]
        written = 0
        with (self.folder / table.file).open("wb") as file:
            if self.how.with_bom and self.how.encoding == "utf-8":
                file.write(b"\xef\xbb\xbf")
            file.write(self.encoded(table, [headings], 1))
            for some in pieces(rows):
                file.write(self.encoded(table, [[told(value) for value in row] for row in some], written + 2))
                written += len(some)
        return written

    def encoded(self, table: Table, rows: list[list[str]], first: int) -> bytes:
        text = as_csv(rows)
        if self.how.encoding == "utf-8":
            return text.encode()
        for real, private in self.codes:
            text = text.replace(real, private)
        try:
            return text.encode(self.how.encoding)
        except UnicodeEncodeError:
            self.faults += self.faults_of(table, rows, first)
            return b""

    def faults_of(self, table: Table, rows: list[list[str]], first: int) -> Iterator[Fault]:
        for line, row in enumerate(rows, first):
            for column, text in zip(table.columns, row, strict=True):
                for real, private in self.codes:
                    text = text.replace(real, private)
                if not holds(self.how.encoding, text):
                    heading = self.how.heading(table, column.item)
                    yield Fault(table.file, line, heading, "not_in_cp932")


def holds(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def pieces(rows: Iterable[Sequence[Any]]) -> Iterator[list[Sequence[Any]]]:
    some: list[Sequence[Any]] = []
    for row in rows:
        some.append(row)
        if len(some) == PIECE:
            yield some
            some = []
    if some:
        yield some


def as_csv(rows: list[list[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def told(value: Any) -> str:
    """A value as the layout writes it."""
    match value:
        case None:
            return ""
        case bool():
            return "1" if value else "0"
        case datetime():
            return value.isoformat()
        case date():
            return value.isoformat()
        case UUID() | int():
            return str(value)
    return str(value)
