"""What somebody typed into the search box, as what must be found."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from .spelling import is_kana
from .synonyms import Keys, Synonyms
from .words import folded, words_of

LONGEST, MOST = 200, 12
Readings = Callable[[str], Iterable[Keys]]
PARTS = re.compile(r'["“”「『]([^"“”」』]+)["“”」』]|(\S+)')


@dataclass(frozen=True)
class Phrase:
    """Words that follow each other; the last may go on where somebody is still typing."""

    keys: tuple[str, ...]
    is_open: bool = False


@dataclass(frozen=True)
class Wanted:
    """One thing to be found: any of these phrases."""

    phrases: tuple[Phrase, ...]


@dataclass(frozen=True)
class Question:
    """Everything that must be found, or any of it."""

    wanted: tuple[Wanted, ...]
    any_will_do: bool = False

    def loosened(self) -> "Question":
        """The same, content with a part of it."""
        return replace(self, any_will_do=True)

    def still_typed(self) -> "Question":
        """The same, whose last word may go on."""
        *others, last = self.wanted
        phrases = tuple(replace(phrase, is_open=True) for phrase in last.phrases)
        return replace(self, wanted=(*others, Wanted(phrases)))


def no_readings(kana: str) -> Iterable[Keys]:
    return ()


def read(typed: str, synonyms: Synonyms, read_as: Readings = no_readings) -> Question:
    """Read what was typed: parts stand between blanks, and 「…」 or "…" is looked for to the letter.

    A part is cut where particles stand: 区役所の場所 asks for 区役所 and for 場所. `read_as` gives the words that are
    read as a part in kana.
    """
    # Half a character, as a broken program may send it, is none.
    whole = typed[:LONGEST].encode("utf-8", "replace").decode()
    wanted = list(parts(whole, synonyms, read_as))
    return Question(tuple(dict.fromkeys(wanted))[:MOST])


def parts(typed: str, synonyms: Synonyms, read_as: Readings) -> Iterator[Wanted]:
    if group := synonyms.of_text(typed):
        yield Wanted(tuple(map(Phrase, group)))
        return
    for quoted, plain in PARTS.findall(typed):
        if quoted:
            yield from literally(quoted)
        elif group := synonyms.of_text(plain):
            yield Wanted(tuple(map(Phrase, group)))
        else:
            yield from freely(plain, synonyms, read_as)


def literally(text: str) -> Iterator[Wanted]:
    if any(keys := tuple(word.key for word in words_of(text))):
        yield Wanted((Phrase(keys),))


def freely(text: str, synonyms: Synonyms, read_as: Readings) -> Iterator[Wanted]:
    kana = folded(text)
    if is_kana(kana) and (words := list(read_as(kana))):
        yield Wanted(tuple(Phrase(keys) for each in words for keys in synonyms.of_keys(each)))
        return
    for is_said, run in groupby(words_of(text), key=lambda word: bool(word.key)):
        if is_said:
            keys = tuple(word.key for word in run)
            yield Wanted(tuple(map(Phrase, synonyms.of_keys(keys))))
