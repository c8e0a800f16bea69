"""What led to what, drawn from top to bottom: a box for each record, an arrow for each link. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from . import svg

LANE, MOST_LANES = 18, 6
GAP, LINE, PAD = 38, 22, 14
MOST_LINES = 2


@dataclass(frozen=True, kw_only=True)
class Box:
    """One record: what it is, its day in words, its title. `more` stands for others that are not drawn."""

    kind: str
    day: str
    title: str
    is_here: bool = False
    more: str = ""


@dataclass(frozen=True, kw_only=True)
class Arrow:
    """From one box to a later one, by their places, with a word or two."""

    start: int
    end: int
    words: str

    @property
    def is_short(self) -> bool:
        return self.end == self.start + 1


@dataclass(frozen=True, kw_only=True)
class Flow:
    """A picture ready to be drawn; `desc` says in words all that it shows."""

    id: str
    title: str
    desc: str
    boxes: Sequence[Box]
    arrows: Sequence[Arrow]

    def svg(self, *, width: int) -> str:
        return draw(self, width)


@dataclass(frozen=True)
class Placed:
    """A box where it is drawn."""

    box: Box
    lines: Sequence[str]
    y: float
    height: float

    @property
    def middle(self) -> float:
        return self.y + self.height / 2

    @property
    def bottom(self) -> float:
        return self.y + self.height


def draw(flow: Flow, width: int) -> str:
    lanes = lanes_of([arrow for arrow in flow.arrows if not arrow.is_short])
    left = (max(lanes.values()) + 1) * LANE + 14 if lanes else 4
    placed = list(stacked(flow.boxes, width=width - left))
    height = placed[-1].bottom + 6 if placed else 0
    # Each picture has its own points: those of one that is not shown are not drawn.
    id_ = f"{flow.id}-{width}"
    parts = [
        head(id_),
        *(box_of(each, left=left, width=width - left - 2) for each in placed),
        *(short(arrow, placed, id_, left) for arrow in flow.arrows if arrow.is_short),
        *(long(arrow, placed, id_, left, lane) for arrow, lane in lanes.items()),
    ]
    return svg.drawing(*parts, id_=id_, width=width, height=height, title=flow.title, desc=flow.desc).replace(
        'class="drawing"', 'class="drawing flow"', 1
    )


def lanes_of(arrows: Sequence[Arrow]) -> dict[Arrow, int]:
    """Each long arrow in the first lane that is free between its ends; what finds none shares the last."""
    taken: list[int] = []
    lanes: dict[Arrow, int] = {}
    for arrow in sorted(arrows, key=lambda one: (one.start, one.end - one.start)):
        free = next((lane for lane, end in enumerate(taken) if end <= arrow.start), len(taken))
        lane = min(free, MOST_LANES - 1)
        taken[lane : lane + 1] = [max(arrow.end, taken[lane] if lane < len(taken) else 0)]
        lanes[arrow] = lane
    return lanes


def stacked(boxes: Sequence[Box], *, width: float) -> list[Placed]:
    placed, y = [], 4.0
    for box in boxes:
        lines = fitting(box.title, width=width - 2 * PAD - 20)
        height = PAD + LINE * (1 + len(lines) + bool(box.more)) + 6
        placed.append(Placed(box, lines, y, height))
        y += height + GAP
    return placed


def fitting(title: str, *, width: float) -> list[str]:
    """The title in two lines at most; what is cut off ends in dots."""
    lines = svg.wrapped(title, width=width)
    if len(lines) > MOST_LINES:
        return [*lines[: MOST_LINES - 1], lines[MOST_LINES - 1][:-1] + "…"]
    return lines


def box_of(placed: Placed, *, left: float, width: float) -> str:
    box, x = placed.box, left + PAD + 10
    shadow = (
        svg.rect(x=left + 6, y=placed.y + 6, width=width - 4, height=placed.height, rx=8, class_="flow-box")
        if box.more
        else ""
    )
    frame = svg.rect(
        x=left,
        y=placed.y,
        width=width - (4 if box.more else 0),
        height=placed.height,
        rx=8,
        class_="flow-box is-here" if box.is_here else "flow-box",
    )
    first = placed.y + PAD + 8
    texts = [svg.text(f"{box.kind}　{box.day}", x=x, y=first, class_="small soft")]
    texts += [
        svg.text(line, x=x, y=first + LINE * (number + 1), class_="strong")
        for number, line in enumerate(placed.lines)
    ]
    if box.more:
        texts.append(svg.text(box.more, x=x, y=first + LINE * (len(placed.lines) + 1), class_="small"))
    return shadow + frame + "".join(texts)


def head(id_: str) -> str:
    """The point of every arrow."""
    point = svg.element("path", d="M0 0L8 4L0 8z", class_="flow-head")
    marker = svg.element(
        "marker", point, id=f"{id_}-head", viewBox="0 0 8 8", refX=7, refY=4, markerWidth=8, markerHeight=8, orient="auto"
    )  # fmt: skip
    return svg.element("defs", marker)


def short(arrow: Arrow, placed: Sequence[Placed], id_: str, left: float) -> str:
    """Straight down to the next box, with its words beside it."""
    x, top, end = left + 84, placed[arrow.start].bottom, placed[arrow.end].y
    path = arrow_path(f"M{svg.number(x)} {svg.number(top)}V{svg.number(end)}", id_)
    return path + svg.text(arrow.words, x=x + 10, y=(top + end) / 2 + 5, class_="small")


def long(arrow: Arrow, placed: Sequence[Placed], id_: str, left: float, lane: int) -> str:
    """Around the boxes between, through a lane at the left, with its words where it arrives."""
    x = left - 14 - lane * LANE
    start, end = placed[arrow.start].middle + 6, placed[arrow.end].middle - 4
    way = f"M{svg.number(left)} {svg.number(start)}H{svg.number(x)}V{svg.number(end)}H{svg.number(left)}"
    wide = svg.text_width(arrow.words, svg.SMALL) / 2
    return arrow_path(way, id_) + svg.plate(arrow.words, x=left + wide + 8, y=placed[arrow.end].y - 6)


def arrow_path(way: str, id_: str) -> str:
    return svg.element("path", d=way, class_="flow-arrow", marker_end=f"url(#{escape(id_)}-head)")
