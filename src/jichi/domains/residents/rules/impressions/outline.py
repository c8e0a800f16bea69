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
class Outline:
    """`hull` are the corners of the convex hull in dots, centred; `reach` the outermost ink in each direction."""

    hull: Points
    reach: Points
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
    def expected(self) -> Points:
        """Where the rim should be in each direction: on the ellipse, or the rectangle, that most of it lies on."""
        return rectangle(self) if self.is_rectangular else ellipse(self.reach)

    @property
    def missing(self) -> float:
        """The share of directions in which there is no rim."""
        dent = DENT * self.per_mm + 0.03 * self.expected
        return float(np.mean(self.reach < self.expected - dent))

    @property
    def beyond(self) -> float:
        """The share of directions in which there is ink outside the rim: stamped twice."""
        return float(np.mean(self.reach > self.expected + DENT * self.per_mm))


def outline_of(shape: Mask, per_mm: float) -> Outline:
    """The outline of the ink in a picture; `per_mm` are its dots per millimetre."""
    rows, columns = np.nonzero(edges_of(shape))
    points = np.stack([columns, rows], axis=1).astype(float)
    points -= (points.max(axis=0) + points.min(axis=0)) / 2
    return Outline(points[ConvexHull(points).vertices], reach_of(points), per_mm)


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


def ellipse(reach: Points) -> Points:
    """The ellipse around the middle on which most of the outermost dots lie, as the reach in each direction.

    Dots within it are letters seen through a gap; they are left out, and the ellipse is found again.
    """
    high = np.percentile(reach, 90)
    return max(
        (grown(reach, reach > share * high) for share in (0.7, 0.93)),
        key=lambda each: on_it(reach, each).sum(),
    )


def grown(reach: Points, used: NDArray[np.bool_]) -> Points:
    found = np.full(DIRECTIONS, np.percentile(reach, 90))
    for _ in range(6):
        if used.sum() < 20:
            break
        found = fitted(directions(), reach, used)
        used = on_it(reach, found)
    return found


def on_it(reach: Points, rim: Points) -> NDArray[np.bool_]:
    return (reach > 0.96 * rim) & (reach < 1.04 * rim)


def fitted(at: Points, reach: Points, used: NDArray[np.bool_]) -> Points:
    """1 / r squared is a + b cos 2t + c sin 2t on an ellipse around the middle: three numbers, by least squares."""
    form = np.stack([np.ones_like(at), np.cos(2 * at), np.sin(2 * at)], axis=1)
    numbers, *_ = np.linalg.lstsq(form[used], 1 / reach[used] ** 2, rcond=None)
    least = 1 / (2 * reach.max()) ** 2
    return 1 / np.sqrt(np.maximum(form @ numbers, least))


def rectangle(outline: Outline) -> Points:
    turn, _ = outline.narrowest
    half = spread(turned(outline.hull, turn)) / 2
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
