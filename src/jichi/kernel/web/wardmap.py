"""The wards as an SVG map: each a link with its name, shaded by a value in at most five steps."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians
from pathlib import Path

from .charts import svg
from .charts.chart import About, Value, shown, with_unit

WIDTH = 640
STEPS = 5
DARK_FROM = 4
Point = tuple[float, float]


@dataclass(frozen=True, kw_only=True)
class WardShape:
    """A ward on the picture: its code (5 digits), its outline and where its name stands."""

    code: str
    name: str
    path: str
    at: Point


@dataclass(frozen=True, kw_only=True)
class MapPicture:
    """All wards, projected once."""

    wards: tuple[WardShape, ...]
    height: float


@dataclass(frozen=True, kw_only=True)
class Step:
    """One shade of the legend."""

    number: int
    words: str


@lru_cache(maxsize=8)
def picture_of(path: Path) -> MapPicture:
    """Read and project a city's ward polygons.

    Source: 国土数値情報（国土交通省）行政区域, in the N03 columns.
    """
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    rings = {feature["properties"]["N03_007"]: rings_of(feature["geometry"]) for feature in features}
    names = {feature["properties"]["N03_007"]: feature["properties"]["N03_004"] for feature in features}
    place, height = projection([point for parts in rings.values() for ring in parts for point in ring])
    wards = (
        ward_shape(code, names[code], [list(map(place, ring)) for ring in rings[code]])
        for code in sorted(rings)
    )
    return MapPicture(wards=tuple(wards), height=height)


def rings_of(geometry: Mapping[str, list]) -> list[list[Point]]:  # type: ignore[type-arg]
    """The outer rings of a polygon or of several."""
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return [[(x, y) for x, y, *_ in polygon[0]] for polygon in polygons]


def projection(points: Sequence[Point]) -> tuple[Callable[[Point], Point], float]:
    """Equirectangular, true at the middle latitude: degrees to the picture, and the picture's height."""
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    shrink = cos(radians((south + north) / 2))
    scale = (WIDTH - 8) / ((east - west) * shrink)

    def place(point: Point) -> Point:
        return 4 + (point[0] - west) * shrink * scale, 4 + (north - point[1]) * scale

    return place, (north - south) * scale + 8


def ward_shape(code: str, name: str, rings: Sequence[Sequence[Point]]) -> WardShape:
    path = "".join("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in ring) + "Z" for ring in rings)
    return WardShape(code=code, name=name, path=path, at=middle(max(rings, key=area)))


def area(ring: Sequence[Point]) -> float:
    return abs(sum(cross(a, b) for a, b in sides(ring))) / 2


def middle(ring: Sequence[Point]) -> Point:
    """The centre of gravity of a ring."""
    six = 3 * sum(cross(a, b) for a, b in sides(ring))
    return (
        sum((a[0] + b[0]) * cross(a, b) for a, b in sides(ring)) / six,
        sum((a[1] + b[1]) * cross(a, b) for a, b in sides(ring)) / six,
    )


def sides(ring: Sequence[Point]) -> list[tuple[Point, Point]]:
    return list(zip(ring, [*ring[1:], ring[0]], strict=True))


def cross(a: Point, b: Point) -> float:
    return a[0] * b[1] - b[0] * a[1]


@dataclass(frozen=True, kw_only=True)
class WardMap:
    """A map ready for the tag `wardmap`: values and addresses by ward code.

    A ward without a value keeps the plain shade; without any values the map is a way in to the wards.
    """

    about: About
    picture: MapPicture
    url: Callable[[str], str]
    values: Mapping[str, Value]
    names: Mapping[str, str]
    head: str

    def name_of(self, ward: WardShape) -> str:
        """The ward's name in the page's language, else as the map has it."""
        return self.names.get(ward.code, ward.name)

    @property
    def bounds(self) -> list[float]:
        """The upper bound of each step, at equal distances between the least and the most."""
        known = sorted({float(value) for value in self.values.values() if value is not None})
        if len(known) <= STEPS:
            return known
        width = (known[-1] - known[0]) / STEPS
        return [known[0] + width * step for step in range(1, STEPS + 1)]

    def step_of(self, code: str) -> int:
        """The shade of a ward, 1 to 5; 0 without a value. Few different values are spread over the shades."""
        value = self.values.get(code)
        if value is None:
            return 0
        position = next(at for at, bound in enumerate(self.bounds, 1) if float(value) <= bound + 1e-9)
        return round(position * STEPS / len(self.bounds))

    @property
    def legend(self) -> list[Step]:
        """What each used shade stands for."""
        by_step: dict[int, list[float]] = {}
        for code, value in self.values.items():
            if value is not None:
                by_step.setdefault(self.step_of(code), []).append(float(value))
        return [
            Step(number=step, words=self.span_words(min(found), max(found)))
            for step, found in sorted(by_step.items())
        ]

    def span_words(self, low: float, high: float) -> str:
        first = shown(low) if low != high else ""
        return f"{first}～{with_unit(high, self.about.unit)}" if first else with_unit(high, self.about.unit)

    @property
    def rows(self) -> list[tuple[str, str, str]]:
        """The table behind the map: name, value, address."""
        return [
            (self.name_of(ward), with_unit(self.values.get(ward.code), self.about.unit), self.url(ward.code))
            for ward in self.picture.wards
        ]

    def svg(self) -> str:
        """The picture; each ward is a link that says its name and value."""
        wards = "".join(self.ward(ward) for ward in self.picture.wards)
        return svg.element(
            "svg",
            self.hatches(),
            wards,
            xmlns="http://www.w3.org/2000/svg",
            class_="drawing",
            viewBox=f"0 0 {WIDTH} {svg.number(self.picture.height)}",
            role="group",
            aria_label=self.about.title,
        )

    def ward(self, ward: WardShape) -> str:
        step, value = self.step_of(ward.code), self.values.get(ward.code)
        shape = svg.element("path", d=ward.path, class_=f"ward shade-{step}")
        hatch = svg.element("path", d=ward.path, fill=f"url(#ward-hatch-{step})") if step else ""
        x, y = ward.at
        outline = svg.element("path", d=ward.path, class_="outline")
        words = (
            [self.name_of(ward)] if value is None else [self.name_of(ward), with_unit(value, self.about.unit)]
        )
        return svg.element("a", shape, hatch, outline, label(words, x=x, y=y), href=self.url(ward.code))

    def hatches(self) -> str:
        """Denser lines for a higher step, so that the map reads without colour."""
        return svg.element("defs", *(hatch(step) for step in range(1, STEPS + 1)))


def hatch(step: int) -> str:
    size = 20 - 3 * step
    stripe = svg.element("path", d=f"M0 {size}L{size} 0", class_="ward-hatch")
    return svg.element(
        "pattern", stripe, id=f"ward-hatch-{step}", width=size, height=size, patternUnits="userSpaceOnUse"
    )


def label(words: Sequence[str], *, x: float, y: float) -> str:
    """The ward's name, and its value below, on a plate that is readable on every shade."""
    wide = max(svg.text_width(line, 16) for line in words) + 12
    high = 22 * len(words) + 4
    back = svg.rect(x=x - wide / 2, y=y - high / 2, width=wide, height=high, rx=4, class_="plate")
    lines = [
        svg.text(
            line, x=x, y=y - high / 2 + 20 + 21 * index, class_="on-plate" if index == 0 else "on-plate value"
        )
        for index, line in enumerate(words)
    ]
    return back + "".join(lines)
