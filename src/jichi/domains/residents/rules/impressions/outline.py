"""The outline of an impression: the square that holds it, the shape of its rim, and how much of the rim is there."""

from dataclasses import dataclass
from functools import cached_property
from math import pi

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import ConvexHull

from .ink import Mask

Points = NDArray[np.float64]
DIRECTIONS = 360
# A rectangle fills the narrowest rectangle around it, a circle or an ellipse pi / 4 of it.
RECTANGULAR = 0.9
# How far within its place a rim may lie and still be one: dents of a worn rim.
DENT = 0.4


@dataclass(frozen=True)
class Rim:
    """Where the rim is in each direction from the middle, and where it should be; in dots."""

    reach: Points
    expected: Points


@dataclass(frozen=True)
class Outline:
    """`edge` are the outermost dots of each row and column, `hull` the corners of their convex hull."""

    edge: Points
    hull: Points
    per_mm: float

    @cached_property
    def square(self) -> float:
        """The side in millimetres of the smallest square that holds the impression, turned as it may be."""
        sides = [max(spread(turned(self.hull, angle))) for angle in np.radians(np.arange(0, 90, 0.5))]
        return (min(sides) + 1) / self.per_mm

    @cached_property
    def narrowest(self) -> tuple[float, float]:
        """The turn of the narrowest rectangle around the hull in radians, and the share of it that the hull fills."""
        edges = np.diff(np.vstack([self.hull, self.hull[:1]]), axis=0)
        turns = np.arctan2(edges[:, 1], edges[:, 0]) % (pi / 2)
        areas = [float(np.prod(spread(turned(self.hull, turn)))) for turn in turns]
        best = int(np.argmin(areas))
        return float(turns[best]), hull_area(self.hull) / max(areas[best], 1.0)

    @property
    def is_rectangular(self) -> bool:
        return self.narrowest[1] > RECTANGULAR

    @property
    def turn(self) -> float:
        """By how many degrees a rectangular seal was stamped or scanned askew; 0 for a round one."""
        if not self.is_rectangular:
            return 0.0
        askew = float(np.degrees(self.narrowest[0]))
        return askew - 90 if askew > 45 else askew

    @cached_property
    def rim(self) -> Rim:
        """On the ellipse, or the rectangle, that most of the outline lies on."""
        if self.is_rectangular:
            turn = self.narrowest[0]
            return Rim(reach_of(self.edge), rectangle(self.hull, turn))
        middle, expected = ellipse(self.hull)
        return Rim(reach_of(self.edge - middle), expected)

    @property
    def missing(self) -> float:
        """The share of directions in which there is no rim."""
        dent = DENT * self.per_mm + 0.03 * self.rim.expected
        return float(np.mean(self.rim.reach < self.rim.expected - dent))

    @property
    def enclosed(self) -> float:
        """The area within the rim as it should be, in dots."""
        return float(np.sum(self.rim.expected**2) * pi / DIRECTIONS)


def outline_of(shape: Mask, per_mm: float) -> Outline:
    """The outline of the ink in a picture; `per_mm` are its dots per millimetre."""
    rows, columns = np.nonzero(edges_of(shape))
    points = np.stack([columns, rows], axis=1).astype(float)
    points -= (points.max(axis=0) + points.min(axis=0)) / 2
    return Outline(points, points[ConvexHull(points).vertices], per_mm)


def edges_of(shape: Mask) -> Mask:
    """The first and last dot of each row and column: all that an outline needs."""
    kept = np.zeros_like(shape)
    rows, columns = np.flatnonzero(shape.any(axis=1)), np.flatnonzero(shape.any(axis=0))
    kept[rows, shape[rows].argmax(axis=1)] = True
    kept[rows, shape.shape[1] - 1 - shape[rows, ::-1].argmax(axis=1)] = True
    kept[shape[:, columns].argmax(axis=0), columns] = True
    kept[shape.shape[0] - 1 - shape[::-1, columns].argmax(axis=0), columns] = True
    return kept


def reach_of(points: Points) -> Points:
    """The distance of the outermost dot in each degree; 0 where there is none."""
    degree = (np.degrees(np.arctan2(points[:, 1], points[:, 0])) % 360).astype(int) % DIRECTIONS
    reach = np.zeros(DIRECTIONS)
    np.maximum.at(reach, degree, np.hypot(points[:, 0], points[:, 1]))
    return reach


def directions() -> Points:
    return np.radians(np.arange(DIRECTIONS) + 0.5)


def ellipse(hull: Points) -> tuple[Points, Points]:
    """The ellipse on which most corners of the hull lie: its middle, and its reach in each direction.

    A whole rim gives many corners, a gap none, and letters seen through it a few: those are left out, and the ellipse
    is found again.
    """
    used = np.ones(len(hull), dtype=bool)
    middle, shape = np.zeros(2), np.array([1.0, 0.0, 1.0])
    for _ in range(8):
        middle, shape = fitted(hull[used])
        away = hull - middle
        near = np.abs(np.sqrt(level(shape, away[:, 0], away[:, 1])) - 1) < 0.02
        if near.sum() < 12 or (near == used).all():
            break
        used = near
    at = directions()
    return middle, 1 / np.sqrt(level(shape, np.cos(at), np.sin(at)))


def level(shape: Points, x: Points, y: Points) -> Points:
    """1 on the ellipse, less within it."""
    return np.maximum(shape[0] * x**2 + shape[1] * x * y + shape[2] * y**2, 1e-9)


def fitted(points: Points) -> tuple[Points, Points]:
    """Middle and shape of the ellipse through these points, by least squares; a circle where none goes through them."""
    scale = float(np.abs(points).max())
    x, y = (points / scale).T
    (a, b, c, d, e), *_ = np.linalg.lstsq(
        np.stack([x**2, x * y, y**2, x, y], axis=1), np.ones_like(x), rcond=None
    )
    if 4 * a * c - b**2 <= 1e-3:
        return np.zeros(2), np.array([1.0, 0.0, 1.0]) / float(np.mean(np.sum(points**2, axis=1)))
    middle = np.linalg.solve([[2 * a, b], [b, 2 * c]], [-d, -e])
    size = 1 + a * middle[0] ** 2 + b * middle[0] * middle[1] + c * middle[1] ** 2
    return middle * scale, np.array([a, b, c]) / size / scale**2


def rectangle(hull: Points, turn: float) -> Points:
    half = spread(turned(hull, turn)) / 2
    at = directions() - turn
    with np.errstate(divide="ignore"):
        return np.minimum(half[0] / np.abs(np.cos(at)), half[1] / np.abs(np.sin(at)))


def turned(points: Points, angle: float) -> Points:
    """The points as seen by somebody turned by this angle."""
    sine, cosine = np.sin(angle), np.cos(angle)
    return points @ np.array([[cosine, -sine], [sine, cosine]])


def spread(points: Points) -> Points:
    return np.asarray(points.max(axis=0) - points.min(axis=0))


def hull_area(hull: Points) -> float:
    x, y = hull[:, 0], hull[:, 1]
    return float(abs(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2)
