"""漢数字: whole numbers as statutes print them, and back."""

from itertools import pairwise

from .unreadable import Unreadable
from .width import narrow

_DIGITS = "〇一二三四五六七八九"
_DIGIT_VALUES = {digit: value for value, digit in enumerate(_DIGITS)} | {"零": 0}
_SMALL_UNITS = {"千": 1000, "百": 100, "十": 10}
_LARGE_UNITS = {"億": 10**8, "万": 10**4}
_UNITS = _SMALL_UNITS | _LARGE_UNITS
LARGEST = 10**12 - 1

KANJI_NUMBER = "[〇零一二三四五六七八九十百千万億]+"
"""The characters of a 漢数字, as a pattern for the readers of this room."""


def to_kanji(number: int) -> str:
    """Write a number the way articles are numbered: 123 is 百二十三, 1050 is 千五十.

    Raises: ValueError below 0 and above ``LARGEST``.
    """
    if not 0 <= number <= LARGEST:
        raise ValueError(f"漢数字 are written for 0 to {LARGEST}, not for {number}")
    return _large_blocks(number, thousand="一千") or "〇"


def parse_number(text: str) -> int:
    """Read 百二十三, 二〇一一, 123 or １２３.

    Only the one proper spelling of a unit number is read: 十百 and 一十 are typing errors, not numbers.

    Raises: Unreadable (``number.form``).
    """
    plain = narrow(text)
    if plain.isascii() and plain.isdigit():
        return int(plain)
    if plain and all(char in _DIGIT_VALUES for char in plain):
        return int("".join(str(_DIGIT_VALUES[char]) for char in plain))
    return _parse_units(plain, original=text)


def _parse_units(plain: str, *, original: str) -> int:
    """Sum the blocks up to each large unit, then hold the result against its proper spelling."""
    if plain and all(char in _DIGIT_VALUES or char in _UNITS for char in plain):
        number = _sum_of_blocks(plain)
        if number <= LARGEST and plain in _spellings(number):
            return number
    raise Unreadable("number.form", original, "not a number in Arabic or kanji digits")


def _sum_of_blocks(plain: str) -> int:
    total, rest = 0, plain
    for unit, factor in _LARGE_UNITS.items():
        head, mark, tail = rest.partition(unit)
        if mark:
            total, rest = total + _block_value(head) * factor, tail
    return total + _block_value(rest)


def _block_value(block: str) -> int:
    """The value of up to four digits with 千 百 十; a unit without a digit before it counts once."""
    value = 0
    for before, char in pairwise(f" {block} "):
        if char in _SMALL_UNITS:
            value += _DIGIT_VALUES.get(before, 1) * _SMALL_UNITS[char]
    return value + _DIGIT_VALUES.get(block[-1:], 0)


def _spellings(number: int) -> tuple[str, str]:
    """Both customs for ten million: 一千万, as statutes write it, and 千万."""
    return to_kanji(number), _large_blocks(number, thousand="千")


def _large_blocks(number: int, *, thousand: str) -> str:
    written = ""
    for unit, factor in _LARGE_UNITS.items():
        block, number = divmod(number, factor)
        if block:
            written += _small_block(block, thousand=thousand) + unit
    return written + _small_block(number, thousand="千")


def _small_block(block: int, *, thousand: str) -> str:
    """Up to four digits; a single 百 or 十 stands without 一, a single 千 as the caller says."""
    written = ""
    for unit, factor in _SMALL_UNITS.items():
        digit, block = divmod(block, factor)
        if digit == 1:
            written += thousand if unit == "千" else unit
        elif digit:
            written += _DIGITS[digit] + unit
    return written + (_DIGITS[block] if block else "")
