"""Which part of the new edition is which part of the old one."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

T = TypeVar("T")
Pairs = list[tuple[T, T]]
Likeness = Callable[[T, T], float]
Key = Callable[[T], Hashable]


def match(
    old: Sequence[T], new: Sequence[T], *, keys: Sequence[Key[T]], likeness: Likeness[T], at_least: float
) -> Pairs[T]:
    """Pair the parts of two editions: by each key in turn, then by likeness, the most alike first.

    Parts that share a key pair by likeness among themselves, in printed order when that is equal.
    The same input always gives the same pairs, in the order of the old edition.
    """
    left, right = list(range(len(old))), list(range(len(new)))
    pairs: list[tuple[int, int]] = []
    for key in keys:
        same = {(i, j) for i in left for j in right if key(old[i]) == key(new[j])}
        _pair(pairs, left, right, {(i, j): likeness(old[i], new[j]) for i, j in same})
    scores = {(i, j): likeness(old[i], new[j]) for i in left for j in right}
    _pair(pairs, left, right, {ij: score for ij, score in scores.items() if score >= at_least})
    return [(old[i], new[j]) for i, j in sorted(pairs)]


def _pair(
    pairs: list[tuple[int, int]], left: list[int], right: list[int], scores: dict[tuple[int, int], float]
) -> None:
    """Move what scores best from ``left`` and ``right`` to ``pairs``; nearest in print when equal."""
    ranked = sorted((-score, abs(i - j), i, j) for (i, j), score in scores.items())
    for _, _, i, j in ranked:
        if i in left and j in right:
            pairs.append((i, j))
            left.remove(i)
            right.remove(j)
