"""The number on a card: digits, as many as the city prints; typed in any width. Pure."""

import unicodedata

from jichi.kernel.values.fault import Fault, gettext_noop

LENGTHS = range(4, 13)


class WrongCardNumber(Fault):
    code = "residents.seal.wrong_card_number"
    sentence = gettext_noop(
        "印鑑登録証の番号は、カードに印刷された%(least)sから%(most)sけたの数字です。番号を確かめてください。"
    )


def see_card_number(typed: str) -> str:
    """The number as it is kept.

    Raises: WrongCardNumber.
    """
    number = card_number(typed)
    if not number.isascii() or not number.isdigit() or len(number) not in LENGTHS:
        raise WrongCardNumber(least=LENGTHS.start, most=LENGTHS.stop - 1)
    return number


def card_number(typed: str) -> str:
    """What was typed, without width, blanks and hyphens."""
    return "".join(letter for letter in unicodedata.normalize("NFKC", typed) if letter not in " -‐")
