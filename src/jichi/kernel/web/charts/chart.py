"""What every chart is: a message, a picture for a wide and a narrow screen, and the table behind it. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from zlib import crc32

Value = int | float | Decimal | Fraction | None
NOTHING = "－"
WIDE, NARROW = 680, 340


@dataclass(frozen=True, kw_only=True)
class About:
    """What stands around a chart. `title` is its one message; `unit` belongs to every number.

    Units: `as_of` is the local day of the data.
    """

    title: str
    unit: str
    source: str = ""
    as_of: date | None = None
    is_demo: bool = False


@dataclass(frozen=True)
class Chart:
    """A chart ready for the tag `chart`: heads and rows are its table, as text."""

    about: About
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    draw: Callable[[str, int], str]

    @property
    def title(self) -> str:
        return self.about.title

    @property
    def unit(self) -> str:
        return self.about.unit

    @property
    def source(self) -> str:
        return self.about.source

    @property
    def as_of(self) -> date | None:
        return self.about.as_of

    @property
    def is_demo(self) -> bool:
        return self.about.is_demo

    @cached_property
    def id(self) -> str:
        """Stable for the same data, so that a page is the same byte for byte."""
        return f"chart-{crc32(repr((self.title, self.rows)).encode()):08x}"

    def svg(self, *, width: int = WIDE) -> str:
        return self.draw(f"{self.id}-{width}", width)


def shown(value: Value) -> str:
    """A number as it stands at its mark: thousands apart, at most one decimal, nothing as a dash."""
    if value is None:
        return NOTHING
    if value == int(value):
        return f"{int(value):,}"
    return f"{float(value):,.1f}"


def with_unit(value: Value, unit: str) -> str:
    """``25件``, ``25 projects``; the dash has no unit."""
    if value is None:
        return NOTHING
    return f"{shown(value)}{' ' if unit[:1].isascii() and unit[:1].isalpha() else ''}{unit}"


def described(pairs: Sequence[tuple[str, Value]], unit: str) -> str:
    """The data in one sentence, for those who hear the chart."""
    return "、".join(f"{label} {with_unit(value, unit)}" for label, value in pairs)


def largest(values: Sequence[Value]) -> float:
    """The top of the scale; never 0, so that nothing is divided by it.

    Raises: ValueError for a negative value, which these charts would show as nothing.
    """
    known = [float(value) for value in values if value is not None]
    if any(value < 0 for value in known):
        raise ValueError("bars and shares do not show negative numbers")
    return max([*known, 0.0]) or 1.0
