"""Roman numerals, as the plan numbers its policies: Ⅶ, VII and ＶＩＩ are all 7."""

from .unreadable import Unreadable
from .width import narrow

_VALUES = {
    "M": 1000, "CM": 900, "D": 500, "CD": 400, "C": 100, "XC": 90, "L": 50,
    "XL": 40, "X": 10, "IX": 9, "V": 5, "IV": 4, "I": 1,
}  # fmt: skip
_UPPER = dict(
    zip(
        "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫⅬⅭⅮⅯ",
        ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "L", "C", "D", "M"),
        strict=True,
    )
)
_LETTERS = str.maketrans(_UPPER)
_SIGNS = {letters: sign for sign, letters in _UPPER.items()}
LARGEST_ROMAN = 3999


def parse_roman(text: str) -> int:
    """Read Ⅶ, ⅶ, VII, vii or ＶＩＩ; only the one proper spelling of a number (not IIII).

    Raises: Unreadable (``roman.form``).
    """
    letters = narrow(text).upper().translate(_LETTERS)
    value, rest = 0, letters
    for numeral, worth in _VALUES.items():
        while rest.startswith(numeral):
            value, rest = value + worth, rest[len(numeral) :]
    if rest or not 1 <= value <= LARGEST_ROMAN or roman_letters(value) != letters:
        raise Unreadable("roman.form", text, "not a Roman numeral")
    return value


def roman_letters(number: int) -> str:
    """Write VII: plain letters, for identifiers and file names.

    Raises: ValueError outside 1 to 3999.
    """
    if not 1 <= number <= LARGEST_ROMAN:
        raise ValueError(f"Roman numerals are written for 1 to {LARGEST_ROMAN}, not for {number}")
    letters = ""
    for numeral, worth in _VALUES.items():
        count, number = divmod(number, worth)
        letters += numeral * count
    return letters


def format_roman(number: int) -> str:
    """Write Ⅶ, the single sign Japanese documents use; above 12 there is none, so letters."""
    letters = roman_letters(number)
    return _SIGNS[letters] if number <= 12 else letters
