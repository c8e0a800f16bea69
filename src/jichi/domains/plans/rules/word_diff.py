"""What changed between two texts, in pieces a Japanese reader can follow."""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from itertools import takewhile

_WORDS = re.compile(
    r"[々〇\u3400-\u9fff\uf900-\ufaff]+|[ァ-ヴー]+|[ぁ-ん]+|[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]+|\s+|.", re.DOTALL
)
_LETTERS = string.ascii_letters + string.digits
_LETTER = re.compile("[0-9A-Za-z]")
SHORTEST_COMMON_PART = 2


class Op(StrEnum):
    """What happened to a piece of text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


Segment = tuple[Op, str]


def words(text: str) -> list[str]:
    """Cut a text where the kind of script changes; joined again it is the same text."""
    return _WORDS.findall(text)


@lru_cache(maxsize=2_000)
def word_diff(old: str, new: str) -> tuple[Segment, ...]:
    """Return the pieces that stay, go and come, in reading order.

    The pieces that are not added make up ``old``, those that are not removed make up ``new``.
    """
    return tuple(_merged(_segments(words(old), words(new))))


def _segments(old: list[str], new: list[str]) -> Iterator[Segment]:
    matcher = SequenceMatcher(a=old, b=new, autojunk=False)
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        gone, come = "".join(old[old_from:old_to]), "".join(new[new_from:new_to])
        if tag == "equal":
            yield Op.SAME, gone
        else:
            yield from _replaced(gone, come)


def _replaced(gone: str, come: str) -> Iterator[Segment]:
    """Keep what both begin and end with: 区役所等庁舎 → 区役所庁舎 loses only 等."""
    before = _common(gone, come)
    after = _common(gone[len(before) :][::-1], come[len(before) :][::-1])[::-1]
    yield Op.SAME, before
    yield Op.REMOVED, gone[len(before) : len(gone) - len(after)]
    yield Op.ADDED, come[len(before) : len(come) - len(after)]
    yield Op.SAME, after


def _common(one: str, other: str) -> str:
    """Return the common beginning. One character in common is chance, and a number is never cut."""
    length = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    common = one[:length]
    if _LETTER.match(one, length) or _LETTER.match(other, length):
        common = common.rstrip(_LETTERS)
    return common if len(common) >= SHORTEST_COMMON_PART else ""


def _merged(segments: Iterable[Segment]) -> list[Segment]:
    """Join neighbours of one kind, so that removed stands before added, once each."""
    merged: list[Segment] = []
    for op, text in segments:
        if text and merged and merged[-1][0] is op:
            merged[-1] = (op, merged[-1][1] + text)
        elif text:
            merged.append((op, text))
    return merged
