"""How alike two Japanese texts are, without a dictionary."""

from __future__ import annotations

import unicodedata
from collections import Counter


def fold(text: str) -> str:
    """Return the text as a search key: widths and compatibility signs made one, blanks gone.

    NFKC changes names (㈱ → (株)): compare with the result, never store or show it.
    """
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


def likeness(one: str, other: str) -> float:
    """Return the share of character pairs that two texts have in common: 0 for none, 1 for all.

    The Sørensen–Dice coefficient over folded bigrams, which needs no word boundaries.
    """
    left, right = _pairs(one), _pairs(other)
    total = left.total() + right.total()
    return 2 * (left & right).total() / total if total else 1.0


def _pairs(text: str) -> Counter[str]:
    folded = f"^{fold(text)}$"
    return Counter(folded[at : at + 2] for at in range(len(folded) - 1))
