"""Legal values as plain data for CSV and JSON: written as their files write them. Pure."""

from datetime import date, time
from fractions import Fraction

from .entry import Dated, Repealed
from .units import WEEKDAYS_BY_NAME, MonthDay

Plain = bool | int | str | list[str] | None


def plain(value: object) -> Plain:
    """Shares "1/10", days ISO 8601, weekdays and choices as lists; the rest is plain already."""
    match value:
        case Fraction():
            return f"{value.numerator}/{value.denominator}"
        case date() | time():
            return value.isoformat()
        case MonthDay():
            return f"{value.month:02d}-{value.day:02d}"
        case frozenset():
            return [WEEKDAYS_BY_NAME[number] for number in sorted(value)]
        case tuple():
            return [str(each) for each in value]
        case bool() | int() | str():
            return value
    raise TypeError(f"A legal value cannot be a {type(value).__name__}.")


def plain_row(row: Dated[object] | Repealed | None) -> Plain:
    """The value of a row, or None where there is none."""
    return plain(row.value) if isinstance(row, Dated) else None


def cell(value: Plain) -> bool | int | str | None:
    """The same in one cell of a table."""
    return " ".join(value) if isinstance(value, list) else value
