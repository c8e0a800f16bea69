"""Bar charts: lying (long names), standing (years, grades). Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from . import svg
from .chart import About, Chart, Value, described, largest, shown, with_unit

BAR, GAP = 24, 14
TOP, PLOT = 28, 180


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One bar; `quiet` draws it grey, for comparison with the ones that matter."""

    label: str
    value: Value
    quiet: bool = False


def lying_bars(*, about: About, bars: Sequence[Bar], head: str) -> Chart:
    """Horizontal bars with the value at the end of each; `head` names what the labels are."""
    return Chart(about, *table(about, bars, head), lambda id_, width: draw_lying(about, bars, id_, width))


def standing_bars(*, about: About, bars: Sequence[Bar], head: str) -> Chart:
    """Vertical bars in the order given, for years and grades."""
    return Chart(about, *table(about, bars, head), lambda id_, width: draw_standing(about, bars, id_, width))


def grade_bars(*, about: About, counts: dict[str, int], head: str) -> Chart:
    """How often each grade was given; one that nobody gave keeps its place, for the spread is the message."""
    return standing_bars(
        about=about, bars=[Bar(label=grade, value=n) for grade, n in counts.items()], head=head
    )


def table(about: About, bars: Sequence[Bar], head: str) -> tuple[list[str], list[list[str]]]:
    return [head, about.unit], [[bar.label, shown(bar.value)] for bar in bars]


def draw_lying(about: About, bars: Sequence[Bar], id_: str, width: int) -> str:
    """Labels stand beside the bars where there is room, else above them."""
    name_room = max(svg.text_width(bar.label) for bar in bars) + 12
    is_above = name_room > width * 0.38
    left = 0 if is_above else name_room
    row = BAR + GAP + (22 if is_above else 0)
    room = width - left - max(svg.text_width(with_unit(bar.value, about.unit)) for bar in bars) - 10
    top = largest([bar.value for bar in bars])
    parts = [
        lying_bar(
            about, bar, left=left, y=index * row, long=room * float(bar.value or 0) / top, is_above=is_above
        )
        for index, bar in enumerate(bars)
    ]
    height = row * len(bars) - GAP + 4
    axis = "" if is_above else svg.line(x1=left, y1=0, x2=left, y2=height, class_="axis")
    return picture(about, bars, id_, width, height, [*parts, axis])


def lying_bar(about: About, bar: Bar, *, left: float, y: float, long: float, is_above: bool) -> str:
    top = y + (22 if is_above else 0)
    name = (
        svg.text(bar.label, x=0, y=y + 15)
        if is_above
        else svg.text(bar.label, x=left - 10, y=top + 17, class_="end")
    )
    box = svg.rect(x=left, y=top, width=long, height=BAR, class_="fill-quiet" if bar.quiet else "fill-1")
    value = svg.text(with_unit(bar.value, about.unit), x=left + long + 8, y=top + 17, class_="strong")
    return name + box + value


def draw_standing(about: About, bars: Sequence[Bar], id_: str, width: int) -> str:
    slot = min(width / len(bars), 120.0)
    names = [svg.wrapped(bar.label, width=slot - 8, size=svg.SMALL) for bar in bars]
    top = largest([bar.value for bar in bars])
    base = TOP + PLOT
    parts = [
        standing_bar(bar, lines, x=index * slot, slot=slot, high=PLOT * float(bar.value or 0) / top)
        for index, (bar, lines) in enumerate(zip(bars, names, strict=True))
    ]
    axis = svg.line(x1=0, y1=base, x2=slot * len(bars), y2=base, class_="axis")
    return picture(about, bars, id_, width, base + 8 + 18 * max(map(len, names)), [*parts, axis])


def standing_bar(bar: Bar, name: Sequence[str], *, x: float, slot: float, high: float) -> str:
    middle, base, wide = x + slot / 2, TOP + PLOT, min(slot * 0.62, 64)
    box = svg.rect(
        x=middle - wide / 2,
        y=base - high,
        width=wide,
        height=high,
        class_="fill-quiet" if bar.quiet else "fill-1",
    )
    value = svg.text(shown(bar.value), x=middle, y=base - high - 8, class_="strong middle")
    lines = [
        svg.text(words, x=middle, y=base + 18 + 18 * index, class_="small middle")
        for index, words in enumerate(name)
    ]
    return box + value + "".join(lines)


def picture(
    about: About, bars: Sequence[Bar], id_: str, width: int, height: float, parts: Sequence[str]
) -> str:
    desc = described([(bar.label, bar.value) for bar in bars], about.unit)
    return svg.drawing(*parts, id_=id_, width=width, height=height, title=about.title, desc=desc)
