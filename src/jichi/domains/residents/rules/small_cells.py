"""Which numbers of a table are too small to be shown, and which others must go with them so that nobody reckons them back. Pure.

The sums of rows and columns are taken to be known: cities publish them elsewhere. A hidden number that a sum and the shown
ones give away is not hidden. In the graph of rows and columns whose lines are the hidden numbers, that is so for exactly the
lines whose loss would cut the graph (bridges): so numbers are hidden until no hidden one is a bridge.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping
from typing import TypeVar

Row = TypeVar("Row", bound=Hashable)
Column = TypeVar("Column", bound=Hashable)
Node = tuple[str, Hashable]


def hidden_cells(table: Mapping[tuple[Row, Column], int], *, threshold: int) -> set[tuple[Row, Column]]:
    """The cells to hide: those below the threshold but not 0, and their company. Missing cells are 0."""
    hidden = {cell for cell, count in table.items() if 0 < count < threshold}
    rows = sorted({row for row, _ in table}, key=str)
    columns = sorted({column for _, column in table}, key=str)
    while bare := bridges(hidden):
        more = company(min(bare, key=str), table, hidden, rows, columns)
        if not more:
            # There is nothing to hide it behind: one row or one column alone gives its only small number away.
            return {(row, column) for row in rows for column in columns}
        hidden |= more
    return hidden


def company(
    cell: tuple[Row, Column],
    table: Mapping[tuple[Row, Column], int],
    hidden: set[tuple[Row, Column]],
    rows: list[Row],
    columns: list[Column],
) -> set[tuple[Row, Column]]:
    """The cheapest other corners of a rectangle with this cell: with them it lies on a circle, and is no bridge."""
    row, column = cell
    best: tuple[int, int, set[tuple[Row, Column]]] | None = None
    for other_row in rows:
        for other in columns:
            if other_row == row or other == column:
                continue
            corners = {(row, other), (other_row, column), (other_row, other)} - hidden
            # Numbers of 0 say that nobody is there; hiding them costs little and hides little: last.
            cost = sum(table.get(each, 0) or 10**6 for each in corners)
            if corners and (best is None or (cost, len(corners)) < best[:2]):
                best = (cost, len(corners), corners)
    return best[2] if best else set()


def bridges(hidden: set[tuple[Row, Column]]) -> set[tuple[Row, Column]]:
    """The hidden cells that sums give away.

    Source: R. E. Tarjan, A note on finding the bridges of a graph, 1974; without recursion.
    """
    beside: dict[Node, list[tuple[Node, tuple[Row, Column]]]] = defaultdict(list)
    for row, column in sorted(hidden, key=str):
        beside["row", row].append((("column", column), (row, column)))
        beside["column", column].append((("row", row), (row, column)))
    seen: dict[Node, int] = {}
    low: dict[Node, int] = {}
    found: set[tuple[Row, Column]] = set()
    for start in list(beside):
        if start not in seen:
            found |= set(walk(start, beside, seen, low))
    return found


def walk(
    start: Node,
    beside: Mapping[Node, list[tuple[Node, tuple[Row, Column]]]],
    seen: dict[Node, int],
    low: dict[Node, int],
) -> Iterator[tuple[Row, Column]]:
    seen[start] = low[start] = len(seen)
    path: list[tuple[Node, tuple[Row, Column] | None, Iterator[tuple[Node, tuple[Row, Column]]]]]
    path = [(start, None, iter(beside[start]))]
    while path:
        node, by, others = path[-1]
        step = next(others, None)
        if step is None:
            path.pop()
            if path:
                parent = path[-1][0]
                low[parent] = min(low[parent], low[node])
                if low[node] > seen[parent] and by is not None:
                    yield by
            continue
        other, cell = step
        if cell == by:
            continue
        if other in seen:
            low[node] = min(low[node], seen[other])
        else:
            seen[other] = low[other] = len(seen)
            path.append((other, cell, iter(beside[other])))
