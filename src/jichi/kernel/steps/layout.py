"""Where the boxes and arrows of a diagram lie: ranks from top to bottom, arrows in the gaps between.

An arrow to the next rank goes straight. Every other one (back, far ahead, sideways) leaves by the gap
below its step, climbs or falls in a lane of its own at the right, and comes in by the gap above its
target, so that no arrow crosses a box.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

from .route import shortest_ways
from .step import Move

EM = 16
BOX_HEIGHT = 40
BOX_PADDING = 16
BETWEEN = 24
GAP = 44
CHANNEL = 14
LANE = 28
MARGIN = 12

Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    code: str
    x: float
    y: float
    width: float

    @property
    def bottom(self) -> float:
        return self.y + BOX_HEIGHT


@dataclass(frozen=True)
class Arrow:
    """The corners of a move's line, and where its number stands."""

    points: tuple[Point, ...]
    number_at: Point


@dataclass(frozen=True)
class Layout:
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    width: float
    height: float


def text_width(text: str) -> float:
    """Roughly, in user units: a Japanese character is an em wide, a Latin one somewhat more than half."""
    return sum(EM if east_asian_width(sign) in "WFA" else EM * 0.58 for sign in text)


def lay_out(names: Sequence[tuple[str, str]], moves: Sequence[Move]) -> Layout:
    """Place the steps, given as code and name with the first one first, and the moves between them."""
    return _Drawing(names, moves).layout()


class _Drawing:
    def __init__(self, names: Sequence[tuple[str, str]], moves: Sequence[Move]) -> None:
        self.moves = moves
        ways = shortest_ways(names[0][0], moves)
        self.rank = {code: len(ways[code]) - 1 for code, _ in names}
        self.by_rank = [
            [(code, name) for code, name in names if self.rank[code] == rank]
            for rank in range(max(self.rank.values()) + 1)
        ]
        self.around = [move for move in moves if not self.is_straight(move)]
        self.inner = max(_row_width(row) for row in self.by_rank)
        self.gap_top = self._gap_tops()
        self.boxes = {box.code: box for row in self._rows() for box in row}

    def is_straight(self, move: Move) -> bool:
        return self.rank[move.to] == self.rank[move.from_] + 1

    def layout(self) -> Layout:
        lanes = len(self.around)
        return Layout(
            boxes=tuple(self.boxes.values()),
            arrows=tuple(self._arrow(move) for move in self.moves),
            width=2 * MARGIN + self.inner + (lanes * LANE + MARGIN if lanes else 0),
            height=self.gap_top[-1] + self._gap_height(len(self.by_rank)),
        )

    def _gap_height(self, gap: int) -> float:
        """Gap n lies above rank n; the last one lies below the last rank."""
        channels = sum(gap in (self.rank[move.from_] + 1, self.rank[move.to]) for move in self.around)
        is_edge = gap in (0, len(self.by_rank))
        return (MARGIN if is_edge else GAP) + channels * CHANNEL

    def _gap_tops(self) -> list[float]:
        tops = [0.0]
        for gap in range(len(self.by_rank)):
            tops.append(tops[-1] + self._gap_height(gap) + BOX_HEIGHT)
        return tops

    def _rows(self) -> list[list[Box]]:
        return [self._row(rank, row) for rank, row in enumerate(self.by_rank)]

    def _row(self, rank: int, row: Sequence[tuple[str, str]]) -> list[Box]:
        x = MARGIN + (self.inner - _row_width(row)) / 2
        y = self.gap_top[rank] + self._gap_height(rank)
        boxes = []
        for code, name in row:
            boxes.append(Box(code, x, y, _box_width(name)))
            x += _box_width(name) + BETWEEN
        return boxes

    def _arrow(self, move: Move) -> Arrow:
        start, end = self._leaves_at(move), self._comes_in_at(move)
        if self.is_straight(move):
            return Arrow((start, end), ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2))
        lane = MARGIN + self.inner + (self.around.index(move) + 1) * LANE
        below = self._channel(self.rank[move.from_] + 1, move)
        above = self._channel(self.rank[move.to], move)
        corners = ((start[0], below), (lane, below), (lane, above), (end[0], above))
        return Arrow((start, *corners, end), (lane, (below + above) / 2))

    def _channel(self, gap: int, move: Move) -> float:
        users = [one for one in self.around if gap in (self.rank[one.from_] + 1, self.rank[one.to])]
        return self.gap_top[gap] + MARGIN / 2 + users.index(move) * CHANNEL

    def _leaves_at(self, move: Move) -> Point:
        box = self.boxes[move.from_]
        leaving = [one for one in self.moves if one.from_ == move.from_]
        return box.x + _port(box, leaving, move), box.bottom

    def _comes_in_at(self, move: Move) -> Point:
        box = self.boxes[move.to]
        coming = [one for one in self.moves if one.to == move.to]
        return box.x + _port(box, coming, move), box.y


def _port(box: Box, moves: Sequence[Move], move: Move) -> float:
    return box.width * (moves.index(move) + 1) / (len(moves) + 1)


def _box_width(name: str) -> float:
    return text_width(name) + 2 * BOX_PADDING


def _row_width(row: Sequence[tuple[str, str]]) -> float:
    return sum(_box_width(name) for _, name in row) + BETWEEN * (len(row) - 1)
