"""Public reference numbers: short, typed on a telephone's keys, and proof against one slip.

``12-0345-C``: two digits for the kind of case, a serial of at least four, one check digit.
The check digit is Damm's: it finds every single wrong digit and every swap of two neighbours,
the commonest slips of the hand, and needs no letter X as ISBN-10 does.

Source: H. M. Damm, Total anti-symmetrische Quasigruppen, doctoral thesis, Marburg 2004.
"""

import re
from dataclasses import dataclass
from typing import Self

from .unreadable import Unreadable
from .width import narrow

# Row: the interim digit; column: the next digit. Weakly totally anti-symmetric, 0 on the diagonal.
DAMM_TABLE = (
    (0, 3, 1, 7, 5, 9, 8, 6, 4, 2),
    (7, 0, 9, 2, 1, 5, 4, 8, 6, 3),
    (4, 2, 0, 6, 8, 7, 1, 3, 5, 9),
    (1, 7, 5, 0, 9, 8, 3, 4, 2, 6),
    (6, 1, 2, 3, 0, 4, 5, 9, 7, 8),
    (3, 6, 7, 4, 2, 0, 9, 5, 8, 1),
    (5, 8, 6, 9, 7, 2, 0, 1, 3, 4),
    (8, 9, 4, 5, 3, 6, 2, 0, 1, 7),
    (9, 4, 3, 8, 6, 1, 7, 2, 0, 5),
    (2, 5, 8, 1, 4, 3, 6, 7, 9, 0),
)

# Kinds below 10 are not given out: Damm's digit does not see a lost or added 0 at the front.
FIRST_KIND, LAST_KIND = 10, 99
LARGEST_SERIAL = 99_999_999
_SEPARATORS = re.compile(r"[\s\-‐‑‒–—―−ー・.]+")


class MistypedReference(Unreadable):
    """A reference number with a slip in it.

    Codes: ``reference.characters``, ``reference.length``, ``reference.check_digit``.
    """


@dataclass(frozen=True, order=True, kw_only=True)
class Reference:
    """The number a person quotes for a case; ``text`` is how it is printed."""

    kind: int
    serial: int

    def __post_init__(self) -> None:
        if not FIRST_KIND <= self.kind <= LAST_KIND:
            raise ValueError(f"a kind is {FIRST_KIND} to {LAST_KIND}, not {self.kind}")
        if not 1 <= self.serial <= LARGEST_SERIAL:
            raise ValueError(f"a serial is 1 to {LARGEST_SERIAL}, not {self.serial}")

    @property
    def text(self) -> str:
        """``12-0345-C``, with C the check digit of all that stands before it."""
        kind, serial = str(self.kind), f"{self.serial:04d}"
        return f"{kind}-{serial}-{check_digit(kind + serial)}"

    def __str__(self) -> str:
        return self.text

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a number as a person typed it: blanks, full-width digits, any hyphens or none.

        Raises: MistypedReference.
        """
        digits = _SEPARATORS.sub("", narrow(text))
        if not re.fullmatch("[0-9]+", digits):
            raise MistypedReference("reference.characters", text, "a reference has digits only")
        if not _is_well_formed(digits):
            raise MistypedReference("reference.length", text, "digits are missing or too many")
        if check_digit(digits) != 0:
            raise MistypedReference("reference.check_digit", text, "a digit is wrong or two are swapped")
        return cls(kind=int(digits[:2]), serial=int(digits[2:-1]))


def check_digit(digits: str) -> int:
    """Damm's check digit; 0 for digits that already end with theirs."""
    interim = 0
    for digit in digits:
        interim = DAMM_TABLE[interim][int(digit)]
    return interim


def _is_well_formed(digits: str) -> bool:
    """Seven digits, or more when a serial has outgrown four (and then it has no 0 in front)."""
    serial = digits[2:-1]
    return (
        digits[0] != "0"
        and 4 <= len(serial) <= len(str(LARGEST_SERIAL))
        and (len(serial) == 4 or serial[0] != "0")
        and int(serial) > 0
    )
