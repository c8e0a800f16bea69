"""Ways through a table: the usual way, the shortest way, and how far every step is from the first."""

from collections.abc import Sequence

from .step import Move


def shortest_ways(first: str, moves: Sequence[Move]) -> dict[str, tuple[str, ...]]:
    """To each step that can be reached, the fewest steps from the first, both ends included.

    Of two equal ways the one declared earlier wins.
    """
    ways: dict[str, tuple[str, ...]] = {first: (first,)}
    waiting = [first]
    for step in waiting:
        for move in moves:
            if move.from_ == step and move.to not in ways:
                ways[move.to] = (*ways[step], move.to)
                waiting.append(move.to)
    return ways


def reachable(first: str, moves: Sequence[Move]) -> set[str]:
    return set(shortest_ways(first, moves))


def onward(way: Sequence[str], moves: Sequence[Move]) -> tuple[str, ...]:
    """A way carried on by the first declared move that leads to a new step, as far as it goes."""
    line = list(way)
    while True:
        ahead = (move.to for move in moves if move.from_ == line[-1] and move.to not in line)
        if (step := next(ahead, None)) is None:
            return tuple(line)
        line.append(step)
