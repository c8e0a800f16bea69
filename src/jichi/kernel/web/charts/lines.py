"""Line charts over years, target against actual, and the small line for a table cell. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from . import svg
from .chart import About, Chart, Value, described, shown

TOP, PLOT, TICKS, APART = 24, 200, 4, 20


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line; a target is dashed and has no marks. None is a year without a figure: the line breaks."""

    name: str
    values: Sequence[Value]
    is_target: bool = False


@dataclass(frozen=True, kw_only=True)
class Frame:
    """Where the numbers stand on the picture."""

    left: float
    right: float
    low: float
    high: float
    count: int

    def x(self, index: int) -> float:
        return self.left + (self.right - self.left) * (index + 0.5) / self.count

    def y(self, value: Value) -> float:
        return TOP + PLOT * (1 - (float(value or 0) - self.low) / (self.high - self.low))


def line_chart(*, about: About, periods: Sequence[str], lines: Sequence[Line], head: str) -> Chart:
    """Lines over periods, each named at its end."""
    rows = [[period, *(shown(line.values[index]) for line in lines)] for index, period in enumerate(periods)]
    return Chart(
        about,
        [head, *(line.name for line in lines)],
        rows,
        lambda id_, width: draw_lines(about, periods, lines, id_, width),
    )


def draw_lines(about: About, periods: Sequence[str], lines: Sequence[Line], id_: str, width: int) -> str:
    ticks = ticks_for([value for line in lines for value in line.values if value is not None])
    names = max(svg.text_width(line.name) for line in lines) + 14
    frame = Frame(
        left=max(svg.text_width(shown(tick), svg.SMALL) for tick in ticks) + 10,
        right=width - names * 0.6,
        low=ticks[0],
        high=ticks[-1],
        count=len(periods),
    )
    parts = [grid(frame, ticks), period_names(frame, periods)]
    actual = [line for line in lines if not line.is_target]
    parts += [curve(frame, line, 0) for line in lines if line.is_target]
    parts += [curve(frame, line, number) for number, line in enumerate(actual, 1)]
    parts.append(line_names(frame, lines))
    pairs = [(f"{line.name} {p}", v) for line in lines for p, v in zip(periods, line.values, strict=True)]
    return svg.drawing(
        *parts,
        id_=id_,
        width=width,
        height=TOP + PLOT + 30,
        title=about.title,
        desc=described(pairs, about.unit),
    )


def ticks_for(values: Sequence[Value]) -> list[float]:
    """Round numbers that enclose all values, from 0 where that costs little height."""
    known = [float(value) for value in values if value is not None] or [0.0, 1.0]
    low, high = min(known), max(known)
    low = 0.0 if 0 <= low < high * 0.6 else low
    step = round_step((high - low) / TICKS or abs(high) / TICKS or 1)
    first = floor(low / step)
    return [(first + index) * step for index in range(max(ceil(high / step) - first, 1) + 1)]


def round_step(rough: float) -> float:
    """1, 2 or 5 times a power of ten, at or above the rough step."""
    power = 10.0 ** floor(log10(rough))
    return next(power * nice for nice in (1, 2, 5, 10) if power * nice >= rough * 0.999)


def grid(frame: Frame, ticks: Sequence[float]) -> str:
    return "".join(
        svg.line(
            x1=frame.left,
            y1=frame.y(tick),
            x2=frame.right,
            y2=frame.y(tick),
            class_="grid" if index else "axis",
        )
        + svg.text(shown(tick), x=frame.left - 8, y=frame.y(tick) + 5, class_="small soft end")
        for index, tick in enumerate(ticks)
    )


def period_names(frame: Frame, periods: Sequence[str]) -> str:
    return "".join(
        svg.text(period, x=frame.x(index), y=TOP + PLOT + 22, class_="small middle")
        for index, period in enumerate(periods)
    )


def curve(frame: Frame, line: Line, number: int) -> str:
    """The line itself, and for an actual one its points with their values."""
    path = "".join(
        svg.element("path", d=piece, class_="target" if line.is_target else f"line line-{number}")
        for piece in pieces(frame, line.values)
    )
    return path if line.is_target else path + points(frame, line.values, number)


def points(frame: Frame, values: Sequence[Value], number: int) -> str:
    return "".join(
        svg.element("circle", cx=frame.x(at), cy=frame.y(value), r=5, class_=f"dot fill-{number}")
        + svg.text(shown(value), x=frame.x(at), y=frame.y(value) - 11, class_="small strong middle")
        for at, value in enumerate(values)
        if value is not None
    )


def pieces(frame: Frame, values: Sequence[Value]) -> list[str]:
    """The line as paths, broken where a figure is missing."""
    found: list[list[str]] = [[]]
    for at, value in enumerate(values):
        if value is None:
            found.append([])
        else:
            found[-1].append(f"{frame.x(at):.1f} {frame.y(value):.1f}")
    return ["M" + "L".join(piece) for piece in found if piece]


def line_names(frame: Frame, lines: Sequence[Line]) -> str:
    """Each line's name beside its last figure, moved down where two would touch."""
    ends = [(frame.y(line.values[at]), frame.x(at), line) for line in lines for at in last_known(line)]
    written, lowest = [], float("-inf")
    for y, x, line in sorted(ends, key=lambda end: end[0]):
        lowest = max(y, lowest + APART)
        written.append(
            svg.text(line.name, x=x + 12, y=lowest + 5, class_="soft" if line.is_target else "strong")
        )
    return "".join(written)


def last_known(line: Line) -> list[int]:
    """Where the line's last figure stands; nothing for a line without any."""
    return [at for at, value in enumerate(line.values) if value is not None][-1:]


def sparkline(values: Sequence[Value], *, label: str) -> str:
    """A line of 96 by 28 for a table cell; the label says it in words."""
    known = [float(value) for value in values if value is not None] or [0.0]
    low, span = min(known), (max(known) - min(known)) or 1.0
    step = 88 / max(len(known) - 1, 1)
    at = [(4 + index * step, 24 - 20 * (value - low) / span) for index, value in enumerate(known)]
    path = svg.element("path", d="M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in at), class_="line line-1")
    dot = svg.element("circle", cx=at[-1][0], cy=at[-1][1], r=4.0, class_="fill-1")
    return svg.element(
        "svg", path + dot, class_="drawing spark", viewBox="0 0 96 28", role="img", aria_label=label
    )
