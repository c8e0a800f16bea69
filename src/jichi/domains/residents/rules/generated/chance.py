"""Chance that can be repeated. Pure."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

T = TypeVar("T")
MASK = (1 << 64) - 1


class Weighted(Generic[T]):
    """Things of which some are drawn more often than others."""

    def __init__(self, of: Iterable[tuple[T, int]]) -> None:
        pairs = list(of)
        self.things = [thing for thing, _ in pairs]
        self.sums = list(accumulate(weight for _, weight in pairs))

    def draw(self, by: Random) -> T:
        return self.things[bisect_right(self.sums, by.random() * self.sums[-1])]


def mixed(*parts: int) -> int:
    """A number that these numbers always give, and no neighbour of theirs: what is so of a building, without keeping it.

    Source: the finaliser of SplitMix64 (Steele, Lea, Flood, 2014).
    """
    state = 0
    for part in parts:
        state = (state + part + 0x9E3779B97F4A7C15) & MASK
        state = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        state = ((state ^ (state >> 27)) * 0x94D049BB133111EB) & MASK
        state ^= state >> 31
    return state


def shares(whole: int, weights: list[int]) -> list[int]:
    """Whole numbers in proportion to the weights that add up to the whole (largest remainders)."""
    total = sum(weights)
    found = [whole * weight // total for weight in weights]
    rest = sorted(range(len(weights)), key=lambda n: (-(whole * weights[n] % total), n))
    for n in rest[: whole - sum(found)]:
        found[n] += 1
    return found
