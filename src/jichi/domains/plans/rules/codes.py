"""The numbers the plan gives its parts: Ⅶ-1-(2) for a measure, ② for an effort, 71202000 for its sheet."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from jichi.kernel.values.kanji_numbers import parse_number
from jichi.kernel.values.roman import format_roman, parse_roman
from jichi.kernel.values.unreadable import Unreadable

LARGEST_CIRCLED = 20


@dataclass(frozen=True, order=True, kw_only=True)
class MeasureCode:
    """Ⅶ-1-(2): measure 2 of direction 1 (政策の基本方向) of policy Ⅶ."""

    policy: int
    direction: int
    number: int

    @classmethod
    def of(cls, *, numeral: str, direction: str, number: str) -> MeasureCode:
        """Build the code from its three parts as printed.

        Raises: Unreadable, when ``numeral`` is no number.
        """
        return cls(policy=policy_number(numeral), direction=int(direction), number=int(number))

    def __str__(self) -> str:
        return f"{format_roman(self.policy)}-{self.direction}-({self.number})"

    @property
    def plain(self) -> str:
        """7-1-2, for paths and keys."""
        return f"{self.policy}-{self.direction}-{self.number}"


def policy_number(numeral: str) -> int:
    """Return 7 for Ⅶ, VII, 7, ７ or 七.

    Raises: Unreadable.
    """
    try:
        return parse_roman(numeral)
    except Unreadable:
        return parse_number(numeral)


def effort_number(mark: str) -> int:
    """Return 2 for ②, (2), 2 or ２."""
    return int(unicodedata.normalize("NFKC", mark).strip("()"))


def effort_mark(number: int) -> str:
    """Return ② for 2; above ⑳ the number in brackets."""
    if 1 <= number <= LARGEST_CIRCLED:
        return chr(ord("①") + number - 1)
    return f"({number})"


def sheet_code(measure: MeasureCode, effort: int) -> str:
    """Return the 施策課題コード of the yearly evaluation sheet: Ⅶ-2-(3) ② is 72302000.

    Shape: policy, direction, measure: one digit each; effort: two digits; then 000.
    Source: the addresses of the city's evaluation sheets, 2005 to 2013.
    Raises: ValueError, when a number does not fit its digits.
    """
    digits = (measure.policy, measure.direction, measure.number)
    if not all(1 <= digit <= 9 for digit in digits) or not 1 <= effort <= 99:
        raise ValueError(f"no sheet code for {measure} effort {effort}")
    return "{}{}{}{:02}000".format(*digits, effort)
