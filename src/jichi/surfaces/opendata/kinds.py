"""The kind of value in a column, for people and for the description of a CSV file. Pure."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    """Named as CSV on the Web names them. Source: W3C, Metadata Vocabulary for Tabular Data, 5.11.1."""

    TEXT = "string"
    WHOLE = "integer"
    DECIMAL = "decimal"
    FLAG = "boolean"
    DAY = "date"
    MOMENT = "dateTime"


# bool before int and datetime before date: each is also the other.
KINDS: tuple[tuple[type, Kind], ...] = (
    (bool, Kind.FLAG),
    (int, Kind.WHOLE),
    (Decimal, Kind.DECIMAL),
    (datetime, Kind.MOMENT),
    (date, Kind.DAY),
)


def kind_of(value: object) -> Kind:
    return next((kind for type_, kind in KINDS if isinstance(value, type_)), Kind.TEXT)


def kind_of_column(values: Iterable[object]) -> Kind:
    """The one kind of all values that are there; text where there are none or several."""
    kinds = {kind_of(value) for value in values if value is not None and value != ""}
    return kinds.pop() if len(kinds) == 1 else Kind.TEXT
