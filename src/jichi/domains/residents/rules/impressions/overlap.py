"""How well two clean pictures lie on top of each other: by this the cleaning is measured."""

from itertools import product

import numpy as np

from .ink import Mask

SHIFTS = range(-3, 4)


def overlap(one: Mask, other: Mask) -> float:
    """The dots inked in both, of those inked in either, at the best of all small shifts. From 0 to 1."""
    height, width = (max(pair) + 2 * len(SHIFTS) for pair in zip(one.shape, other.shape, strict=True))
    still = laid(one, height, width, 0, 0)
    return max(
        shared(still, laid(other, height, width, down, along)) for down, along in product(SHIFTS, SHIFTS)
    )


def laid(shape: Mask, height: int, width: int, down: int, along: int) -> Mask:
    sheet = np.zeros((height, width), dtype=bool)
    top, left = len(SHIFTS) + down, len(SHIFTS) + along
    sheet[top : top + shape.shape[0], left : left + shape.shape[1]] = shape
    return sheet


def shared(one: Mask, other: Mask) -> float:
    return float((one & other).sum() / max((one | other).sum(), 1))
