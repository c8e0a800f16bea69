"""The code on a document's paper: nobody guesses it, and a slip in typing it is seen. Pure.

Sixteen symbols drawn by chance (80 bits) and two that check them, in three groups of six: `K7QM2X-AB9RTD-HW4E5F`.
The alphabet is Crockford's base 32: no I, L, O or U. Who types those is understood.
The check is the remainder by the prime 1021: it finds every wrong symbol and every swap of two neighbours.
"""

import secrets
from typing import Self

from jichi.kernel.values.unreadable import Unreadable
from jichi.kernel.values.width import narrow

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
MEANT = str.maketrans("OIL", "011")
DRAWN, CHECKED, GROUP = 16, 18, 6
PRIME = 1021


class MistypedCode(Unreadable):
    """A code with a slip in it. Codes: `document_code.symbols`, `document_code.length`, `document_code.check`."""


class DocumentCode(str):
    """Eighteen symbols without hyphens, as they are stored."""

    @classmethod
    def drawn(cls) -> Self:
        """A new code; the operating system's chance draws it."""
        symbols = "".join(secrets.choice(ALPHABET) for _ in range(DRAWN))
        return cls(symbols + check_symbols(symbols))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a code as a person typed it: any case, full-width letters, blanks and hyphens anywhere.

        Raises: MistypedCode.
        """
        symbols = "".join(each for each in narrow(text).upper() if each.isalnum()).translate(MEANT)
        if set(symbols) - set(ALPHABET):
            raise MistypedCode("document_code.symbols", text, "a symbol is not one of the code's")
        if len(symbols) != CHECKED:
            raise MistypedCode("document_code.length", text, f"a code has {CHECKED} symbols")
        if check_symbols(symbols[:DRAWN]) != symbols[DRAWN:]:
            raise MistypedCode("document_code.check", text, "a symbol is wrong, or two are swapped")
        return cls(symbols)

    @property
    def text(self) -> str:
        """As it is printed: `K7QM2X-AB9RTD-HW4E5F`."""
        return "-".join(self[start : start + GROUP] for start in range(0, CHECKED, GROUP))


def check_symbols(symbols: str) -> str:
    number = 0
    for each in symbols:
        number = (number * 32 + ALPHABET.index(each)) % PRIME
    high, low = divmod(number, 32)
    return ALPHABET[high] + ALPHABET[low]
