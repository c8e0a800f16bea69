"""Words written in plain letters, so that both databases cut an indexed text at the same places. Pure.

Each has its own idea of where 「3.5」, 「co2」 or 「㎡」 ends, and PostgreSQL's changes with its locale; a run of
ASCII letters is one word to both. Four letters stand for one character (eight for a rare one beyond 16 bits):
so a word that begins with another begins with its letters.
"""

from collections.abc import Iterable
from functools import lru_cache

LETTERS = str.maketrans("0123456789", "ghijklmnop")
# What parts words; no written word contains an x.
BREAK = "x"
# PostgreSQL leaves out a word of 2 kB or more, so nothing is kept of what comes after this many characters.
LONGEST = 200


@lru_cache(maxsize=20_000)
def in_letters(key: str) -> str:
    """A word's key in the letters a to p, four for each UTF-16 unit; ``x`` for what parts words."""
    return key[:LONGEST].encode("utf-16-be").hex().translate(LETTERS) if key else BREAK


def line_of(keys: Iterable[str]) -> str:
    """The words of a text as the index holds them: letters, parted by blanks."""
    return " ".join(map(in_letters, keys))
