"""Bars of several series: stacked, grouped, and one bar of shares. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from . import svg
from .chart import About, Chart, Value, described, largest, shown, with_unit

BAR, GROUPED_BAR, GAP, NAME = 28, 20, 18, 22


@dataclass(frozen=True, kw_only=True)
class Group:
    """One row: a label and a value for each series, in the order of the series."""

    label: str
    values: Sequence[Value]


def stacked_bars(*, about: About, series: Sequence[str], groups: Sequence[Group], head: str) -> Chart:
    """Lying bars whose parts add up; each row is labelled with its total."""
    return Chart(
        about,
        [head, *series],
        rows_of(groups),
        lambda id_, width: draw_stacked(about, series, groups, id_, width),
    )


def grouped_bars(*, about: About, series: Sequence[str], groups: Sequence[Group], head: str) -> Chart:
    """Lying bars side by side within each group."""
    return Chart(
        about,
        [head, *series],
        rows_of(groups),
        lambda id_, width: draw_grouped(about, series, groups, id_, width),
    )


def share_bar(*, about: About, parts: Sequence[tuple[str, Value]], head: str) -> Chart:
    """One bar: how a whole is divided, with counts and percent."""
    whole = sum(float(value or 0) for _, value in parts)
    rows = [[name, shown(value), percent(value, whole)] for name, value in parts]
    one = [Group(label="", values=[value for _, value in parts])]
    names = [f"{name} {with_unit(value, about.unit)}（{percent(value, whole)}）" for name, value in parts]
    return Chart(
        about, [head, about.unit, "%"], rows, lambda id_, width: draw_stacked(about, names, one, id_, width)
    )


def percent(value: Value, whole: float) -> str:
    return f"{float(value or 0) / whole:.1%}" if whole else "－"


def rows_of(groups: Sequence[Group]) -> list[list[str]]:
    return [[group.label, *map(shown, group.values)] for group in groups]


def total(group: Group) -> float:
    return sum(float(value or 0) for value in group.values)


def draw_stacked(about: About, series: Sequence[str], groups: Sequence[Group], id_: str, width: int) -> str:
    legend, y = key(series, id_, width)
    name = NAME if groups[0].label else 0
    top, parts = largest([total(group) for group in groups]), [legend]
    for group in groups:
        parts.append(stacked_bar(about, group, id_, y=y, name=name, scale=width / top))
        y += name + BAR + GAP
    return picture(about, series, groups, id_, width, y, parts)


def stacked_bar(about: About, group: Group, id_: str, *, y: float, name: float, scale: float) -> str:
    x, parts = 0.0, []
    if name:
        words = f"{group.label}  {with_unit(int(total(group)), about.unit)}"
        parts.append(svg.text(words, x=0, y=y + 15))
    for index, value in enumerate(group.values, 1):
        long = float(value or 0) * scale
        parts.append(
            svg.rect(x=x, y=y + name, width=long, height=BAR, fill=svg.fill(id_, index), class_="edge-box")
        )
        if long > svg.text_width(shown(value), svg.SMALL) + 14:
            parts.append(svg.plate(shown(value), x=x + long / 2, y=y + name + 19))
        x += long
    return "".join(parts)


def draw_grouped(about: About, series: Sequence[str], groups: Sequence[Group], id_: str, width: int) -> str:
    legend, y = key(series, id_, width)
    values = [value for group in groups for value in group.values]
    room = width - max(svg.text_width(with_unit(value, about.unit)) for value in values) - 10
    parts, scale = [legend], room / largest(values)
    for group in groups:
        parts.append(svg.text(group.label, x=0, y=y + 15))
        y += NAME
        for index, value in enumerate(group.values, 1):
            parts.append(grouped_bar(about, value, id_, index, y=y, long=float(value or 0) * scale))
            y += GROUPED_BAR + 2
        y += GAP
    return picture(about, series, groups, id_, width, y, parts)


def grouped_bar(about: About, value: Value, id_: str, series: int, *, y: float, long: float) -> str:
    box = svg.rect(x=0, y=y, width=long, height=GROUPED_BAR, fill=svg.fill(id_, series))
    return box + svg.text(with_unit(value, about.unit), x=long + 8, y=y + 15, class_="small")


def key(series: Sequence[str], id_: str, width: int) -> tuple[str, float]:
    """The names of the series beside their patterns, and the height that they take."""
    x, y, parts = 0.0, 0.0, []
    for index, name in enumerate(series, 1):
        long = 26 + svg.text_width(name) + 20
        if x and x + long > width:
            x, y = 0.0, y + 26
        parts.append(svg.rect(x=x, y=y, width=18, height=18, fill=svg.fill(id_, index)))
        parts.append(svg.text(name, x=x + 26, y=y + 15))
        x += long
    return "".join(parts), y + 36


def picture(
    about: About,
    series: Sequence[str],
    groups: Sequence[Group],
    id_: str,
    width: int,
    height: float,
    parts: Sequence[str],
) -> str:
    pairs = [
        (f"{group.label} {name}".strip(), value)
        for group in groups
        for name, value in zip(series, group.values, strict=True)
    ]
    return svg.drawing(
        svg.patterns(id_, len(series)),
        *parts,
        id_=id_,
        width=width,
        height=height - GAP + 2,
        title=about.title,
        desc=described(pairs, about.unit),
    )
