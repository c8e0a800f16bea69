"""Names on the map: on plates that are moved apart until none covers another. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from .charts import svg

ROUNDS, AIR, LINE, FAR = 200, 3, 19, 14


@dataclass(frozen=True, kw_only=True)
class Label:
    """The words of a ward, where its plate stands and the point that it belongs to."""

    words: tuple[str, ...]
    x: float
    y: float
    home: tuple[float, float]

    @property
    def width(self) -> float:
        return max(svg.text_width(line, svg.FONT) for line in self.words) + 10

    @property
    def height(self) -> float:
        return LINE * len(self.words) + 6


def label_for(words: Sequence[str], at: tuple[float, float]) -> Label:
    return Label(words=tuple(words), x=at[0], y=at[1], home=at)


def apart(labels: Sequence[Label], *, width: float, height: float) -> list[Label]:
    """The labels with none over another where the picture has room for it: each pair that touches is pushed apart
    the shorter way, and every label kept on the picture, until all is quiet."""
    placed = list(labels)
    for _ in range(ROUNDS):
        before = list(placed)
        for a, b in combinations(range(len(placed)), 2):
            placed[a], placed[b] = pushed(placed[a], placed[b])
        placed = [inside(label, width, height) for label in placed]
        if placed == before:
            break
    return placed


def pushed(a: Label, b: Label) -> tuple[Label, Label]:
    """Two labels moved half of their overlap each; untouched if they do not touch."""
    over_x = (a.width + b.width) / 2 + AIR - abs(a.x - b.x)
    over_y = (a.height + b.height) / 2 + AIR - abs(a.y - b.y)
    if over_x <= 0.01 or over_y <= 0.01:
        return a, b
    if over_x < over_y:
        step = over_x / 2 if a.x < b.x else -over_x / 2
        return replace(a, x=a.x - step), replace(b, x=b.x + step)
    step = over_y / 2 if a.y < b.y else -over_y / 2
    return replace(a, y=a.y - step), replace(b, y=b.y + step)


def inside(label: Label, width: float, height: float) -> Label:
    half_x, half_y = label.width / 2 + 1, label.height / 2 + 1
    return replace(
        label,
        x=min(max(label.x, half_x), width - half_x),
        y=min(max(label.y, half_y), height - half_y),
    )


def drawn(label: Label) -> str:
    """The plate with its words, and a line to its ward where it had to move far."""
    x, y = label.x - label.width / 2, label.y - label.height / 2
    back = svg.rect(x=x, y=y, width=label.width, height=label.height, rx=4, class_="plate")
    lines = [
        svg.text(words, x=label.x, y=y + LINE * (index + 1) - 2, class_="value" if index else "")
        for index, words in enumerate(label.words)
    ]
    return leader(label) + back + "".join(lines)


def leader(label: Label) -> str:
    home_x, home_y = label.home
    is_home = abs(label.x - home_x) < label.width / 2 + FAR and abs(label.y - home_y) < label.height / 2 + FAR
    return "" if is_home else svg.line(x1=home_x, y1=home_y, x2=label.x, y2=label.y, class_="leader")
