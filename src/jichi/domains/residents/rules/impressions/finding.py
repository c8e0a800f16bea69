"""Where on a scan the impression is, and where the ruled frame of the form."""

from dataclasses import dataclass
from math import atan2, degrees, hypot

import numpy as np
from scipy import ndimage

from .faults import CutOff, NothingFound, SeveralImpressions, TooFaint
from .ink import MILLIMETRES, Coarse, Mask, Plane

# Ink that is there at all, and ink that is enough.
TRACE, FAINT, LEAST_INK = 0.03, 0.12, 0.22
# Letters and rim of one seal lie nearer to each other than this; two seals do not.
ONE_SEAL = 1.6
MARGIN = 2.0
SMALLEST_THING = 4.0
LEAST_AREA = 2.0
# A frame of a form: wider than any seal where its colour does not tell it from ink.
FRAME, GREY_FRAME = 15.0, 27.0
LINE = 1.2


@dataclass(frozen=True)
class Found:
    """The box of an impression in dots of the scan, and whether its ink is red."""

    box: tuple[int, int, int, int]
    red: bool
    shape: Mask


@dataclass(frozen=True)
class Frame:
    """The ruled frame: the middle of its lines, as lengths of its sides in dots of the scan, and its turn in degrees."""

    side: float
    turn: float
    shape: Mask


def impression_in(coarse: Coarse, *, coloured: bool) -> Found:
    """The one impression on a scan.

    Raises: NothingFound; SeveralImpressions; CutOff; TooFaint.
    """
    if coloured and (things := things_in(coarse.red, coarse, FAINT)):
        return only(things, coarse, red=True)
    grey = without_frame(coarse)
    if things := things_in(grey, coarse, 2 * FAINT):
        return only(things, coarse, red=False)
    fullest = coarse.red if coloured else grey
    raise TooFaint if things_in(ndimage.gaussian_filter(fullest, 1.0), coarse, TRACE) else NothingFound


def things_in(ink: Plane, coarse: Coarse, least: float) -> list[tuple[tuple[slice, slice], Mask]]:
    """Groups of ink that may be an impression; what is smaller is dust."""
    inked = ink > least
    near = ndimage.binary_dilation(inked, iterations=max(1, round(coarse.dots(ONE_SEAL) / 2)))
    groups, _ = ndimage.label(ndimage.binary_fill_holes(near), np.ones((3, 3)))
    found = []
    for number, place in enumerate(ndimage.find_objects(groups), 1):
        own = groups[place] == number
        inner = inked[place] & own
        if is_a_thing(inner, coarse):
            found.append((place, own))
    return found


def is_a_thing(inked: Mask, coarse: Coarse) -> bool:
    rows, columns = np.flatnonzero(inked.any(axis=1)), np.flatnonzero(inked.any(axis=0))
    if not rows.size:
        return False
    length = max(rows[-1] - rows[0], columns[-1] - columns[0]) + 1
    return bool(length >= coarse.dots(SMALLEST_THING) and inked.sum() >= LEAST_AREA * coarse.dots(1.0) ** 2)


def only(things: list[tuple[tuple[slice, slice], Mask]], coarse: Coarse, *, red: bool) -> Found:
    if len(things) > 1:
        raise SeveralImpressions(count=len(things))
    (rows, columns), own = things[0]
    height, width = coarse.red.shape
    reach = max(1, round(coarse.dots(ONE_SEAL) / 2))
    # The group was made wider by `reach`: where it would go beyond the edge, the ink comes near it.
    if min(rows.start, columns.start) == 0 or rows.stop == height or columns.stop == width:
        ink = (coarse.red if red else coarse.dark)[rows, columns] > FAINT
        if touches_an_edge(ink & own, rows, columns, (height, width)) or reach == 0:
            raise CutOff
    pad = round(coarse.dots(MARGIN))
    box = tuple(
        edge * coarse.step
        for edge in (
            max(0, columns.start - pad),
            max(0, rows.start - pad),
            min(width, columns.stop + pad),
            min(height, rows.stop + pad),
        )
    )
    shape = np.zeros((height, width), dtype=bool)
    shape[rows, columns] = own
    step = coarse.step
    return Found(
        box,
        red,
        shape[box[1] // step : box[3] // step, box[0] // step : box[2] // step],
    )


def touches_an_edge(ink: Mask, rows: slice, columns: slice, size: tuple[int, int]) -> bool:
    return bool(
        (rows.start == 0 and ink[:2].any())
        or (columns.start == 0 and ink[:, :2].any())
        or (rows.stop == size[0] and ink[-2:].any())
        or (columns.stop == size[1] and ink[:, -2:].any())
    )


def without_frame(coarse: Coarse) -> Plane:
    """Dark matter without the frame of the form, which would pass for an impression where there are no colours."""
    frame = frame_in(coarse, least=GREY_FRAME)
    if frame is None:
        return coarse.dark
    lines = ndimage.binary_dilation(frame.shape, iterations=2)
    return np.where(lines, np.float32(0), coarse.dark)


def frame_in(coarse: Coarse, *, least: float = FRAME) -> Frame | None:
    """The largest hollow rectangle of thin dark lines; None without one."""
    dark = (coarse.dark > 2 * FAINT) & (coarse.red < coarse.dark * 0.5)
    groups, _ = ndimage.label(dark, np.ones((3, 3)))
    best = None
    for number, place in enumerate(ndimage.find_objects(groups), 1):
        height, width = (each.stop - each.start for each in place)
        if min(height, width) < coarse.dots(least):
            continue
        if frame := frame_of(groups == number, coarse):
            best = frame if best is None or frame.side > best.side else best
    return best


def frame_of(own: Mask, coarse: Coarse) -> Frame | None:
    rows, columns = np.nonzero(own)
    corners = corners_of(rows, columns)
    if not on_the_edges(rows, columns, corners, coarse.dots(LINE)):
        return None
    sides = [
        hypot(*(after - here)) for here, after in zip(corners, np.roll(corners, -1, axis=0), strict=True)
    ]
    thick = own.sum() / sum(sides)
    across = corners[1] - corners[0] + corners[2] - corners[3]
    return Frame((sum(sides) / 4 + 1 - thick) * coarse.step, degrees(atan2(across[0], across[1])), own)


def corners_of(rows: np.ndarray, columns: np.ndarray) -> np.ndarray:
    """Top left, top right, bottom right, bottom left, as row and column."""
    ends = [
        np.argmin(rows + columns),
        np.argmax(columns - rows),
        np.argmax(rows + columns),
        np.argmin(columns - rows),
    ]
    return np.array([(rows[end], columns[end]) for end in ends], dtype=float)


def on_the_edges(rows: np.ndarray, columns: np.ndarray, corners: np.ndarray, reach: float) -> bool:
    """Whether nearly all dots lie on the four lines between the corners, and the lines are whole."""
    points = np.stack([rows, columns], axis=1).astype(float)
    nearest = np.full(len(points), np.inf)
    for here, after in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        line = after - here
        length = hypot(*line)
        if length < reach:
            return False
        away = np.abs(line[0] * (points[:, 1] - here[1]) - line[1] * (points[:, 0] - here[0])) / length
        along = ((points - here) @ line) / length
        mine = (away <= reach / 2) & (along >= -1) & (along <= length + 1)
        if len(np.unique(along[mine].astype(int))) < 0.9 * length:
            return False
        nearest = np.minimum(nearest, away)
    return bool(np.mean(nearest <= reach / 2) > 0.95)


def dpi_by_frame(frame: Frame, side: float) -> float:
    """Dots per inch of a scan, when the frame's mean side is so many millimetres long."""
    return frame.side / side * MILLIMETRES


__all__ = ["LEAST_INK", "Found", "Frame", "dpi_by_frame", "frame_in", "impression_in"]
