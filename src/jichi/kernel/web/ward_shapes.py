"""The outlines of the wards, read from a file and projected onto a picture."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians
from pathlib import Path
from typing import Any

MARGIN = 4
Point = tuple[float, float]


@dataclass(frozen=True, kw_only=True)
class WardShape:
    """A ward on the picture: its code (5 digits), its name, its outline and the middle of its largest part."""

    code: str
    name: str
    path: str
    at: Point


@dataclass(frozen=True, kw_only=True)
class MapPicture:
    """All wards of a city, in the order of their codes."""

    wards: tuple[WardShape, ...]
    height: float


@lru_cache(maxsize=8)
def picture_of(path: Path, *, width: int) -> MapPicture:
    """Read and project a city's ward polygons, once for each width.

    Source: 国土数値情報（国土交通省）行政区域; N03_007 is the code and N03_004 the name of a ward.
    """
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    wards = sorted(ward_of(feature) for feature in features)
    place, height = projection(
        [point for _, _, rings in wards for ring in rings for point in ring], width=width
    )
    shapes = (
        ward_shape(code, name, [list(map(place, ring)) for ring in rings]) for code, name, rings in wards
    )
    return MapPicture(wards=tuple(shapes), height=height)


def ward_of(feature: Mapping[str, Any]) -> tuple[str, str, list[list[Point]]]:
    """Code, name and rings of a ward."""
    columns = feature["properties"]
    return columns["N03_007"], columns["N03_004"], rings_of(feature["geometry"])


def rings_of(geometry: Mapping[str, Any]) -> list[list[Point]]:
    """The outer rings of a polygon or of several."""
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return [[(x, y) for x, y, *_ in polygon[0]] for polygon in polygons]


def projection(points: Sequence[Point], *, width: int) -> tuple[Callable[[Point], Point], float]:
    """Equirectangular, true at the middle latitude: degrees to the picture, and the picture's height."""
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    shrink = cos(radians((south + north) / 2))
    scale = (width - 2 * MARGIN) / ((east - west) * shrink)

    def place(point: Point) -> Point:
        return MARGIN + (point[0] - west) * shrink * scale, MARGIN + (north - point[1]) * scale

    return place, (north - south) * scale + 2 * MARGIN


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
