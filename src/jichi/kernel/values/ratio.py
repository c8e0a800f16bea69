"""Shares: exact fractions, and the whole number of persons that a share asks for."""

import re
from fractions import Fraction
from math import ceil, floor

from .kanji_numbers import KANJI_NUMBER, parse_number
from .unreadable import Unreadable
from .width import narrow

_WHOLE = f"(?:[0-9]+|{KANJI_NUMBER})"
_OF = re.compile(rf"(?P<of>{_WHOLE})分の(?P<part>{_WHOLE})")
_SLASH = re.compile(r"(?P<part>[0-9]+)\s*/\s*(?P<of>[0-9]+)")
_DECIMAL = re.compile(r"(?P<number>[0-9]+(?:\.[0-9]+)?)\s*(?P<percent>[%％]|パーセント)?")


def parse_ratio(text: str) -> Fraction:
    """Read ``1/10``, ``２／３``, ``3分の2``, ``三分の二``, ``66.7%``, ``0.5`` or ``1`` exactly.

    Raises: Unreadable (``ratio.form``; ``ratio.zero`` when it divides by nothing).
    """
    plain = narrow(text)
    if found := _OF.fullmatch(plain) or _SLASH.fullmatch(plain):
        part, of = parse_number(found["part"]), parse_number(found["of"])
        if of == 0:
            raise Unreadable("ratio.zero", text, "a share of nothing")
        return Fraction(part, of)
    if found := _DECIMAL.fullmatch(plain):
        return Fraction(found["number"]) / (100 if found["percent"] else 1)
    raise Unreadable("ratio.form", text, "not a share such as 1/10, 10分の1 or 10%")


def format_ratio(share: Fraction) -> str:
    """Write ``10分の1``, in lowest terms; a whole number stays one."""
    if share.denominator == 1:
        return str(share.numerator)
    return f"{share.denominator}分の{share.numerator}"


def format_percent(share: Fraction, *, places: int = 1) -> str:
    """Write ``66.7%``, the last place rounded half up (四捨五入), away from 0 when negative."""
    scaled = abs(share) * 100 * 10**places
    units = floor(scaled + Fraction(1, 2))
    whole, decimals = divmod(units, 10**places)
    sign = "-" if share < 0 and units else ""
    return f"{sign}{whole}.{decimals:0{places}d}%" if places else f"{sign}{whole}%"


def at_least(share: Fraction, *, of: int) -> int:
    """The smallest count that is the share or more (以上): a part of a person counts as one."""
    return ceil(_exact(share) * _count(of))


def more_than(share: Fraction, *, of: int) -> int:
    """The smallest count that is above the share (超, 過半数): half of 60 gives 31."""
    return floor(_exact(share) * _count(of)) + 1


def _exact(share: Fraction) -> Fraction:
    """A float here (0.1) would be silently a little off, and one signature decides."""
    if not isinstance(share, Fraction | int):
        raise TypeError(f"a share is a Fraction, not {type(share).__name__}")
    if share < 0:
        raise ValueError("a share is not negative")
    return Fraction(share)


def _count(of: int) -> int:
    if of < 0:
        raise ValueError("a count of persons is not negative")
    return of
