"""Cut a Japanese text into the words by which it is found."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from jaconv import kata2hira
from sudachipy import SplitMode

from .dictionary import dictionary, tokenizer

# What carries no meaning of its own: between two words it parts them, and nobody looks for it.
BETWEEN = [
    ("助詞",), ("助動詞",), ("補助記号",), ("記号",), ("空白",), ("動詞", "非自立可能"), ("形容詞", "非自立可能"),
]  # fmt: skip
# Sudachi takes 49,149 bytes at once; a character has four at most.
AT_ONCE = 10_000


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its key, where it stands, and how it is read. The key is empty for what only parts words."""

    key: str
    start: int
    end: int
    kana: str = ""


def words_of(text: str) -> list[Word]:
    """The words of a text in the shortest units that have a meaning, so that compounds are found by their parts.

    川崎市議会 is 川崎・市・議会, and 東京都 is 東京・都: 議会 is found in the one, 京都 not in the other.
    What stands between words counts as one, however long.
    """
    words: list[Word] = []
    for at, piece in pieces(text):
        for morpheme in tokenizer().tokenize(piece, SplitMode.A):
            key = "" if parts_words()(morpheme) else folded(morpheme.normalized_form())
            if key or not words or words[-1].key:
                words.append(
                    Word(key, at + morpheme.begin(), at + morpheme.end(), folded(morpheme.reading_form()))
                )
    return words


@lru_cache(maxsize=20_000)
def words_of_title(title: str) -> tuple[Word, ...]:
    """The same for a title, remembered: the titles that are found are found again and again."""
    return tuple(words_of(title))


def folded(text: str) -> str:
    """A text as a key: width, case and kana made equal. For comparing only, never for keeping.

    Example: ﾜｸﾁﾝ, ワクチン and わくちん are one key.
    """
    return kata2hira(unicodedata.normalize("NFKC", text).casefold()).strip()


def pieces(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a text with their places, none too long for the tokenizer."""
    at = 0
    for line in text.splitlines(keepends=True):
        for start in range(0, len(line), AT_ONCE):
            yield at + start, line[start : start + AT_ONCE]
        at += len(line)


@cache
def parts_words() -> Any:
    return dictionary().pos_matcher(BETWEEN)
