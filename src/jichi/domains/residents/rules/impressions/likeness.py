"""How alike two impressions are, turned as they may be: two scans of one seal are never the same dots."""

import numpy as np
from PIL import Image
from scipy import ndimage

from .cleaning import DPI
from .ink import Mask, Plane

COARSE = 100
TURNS, FINE_TURNS = range(0, 360, 8), range(-6, 7, 2)
SIZE = 112
# Two scans of one seal reach 0.99, two names of four letters that share three of them 0.96: a clerk looks at both.
ALIKE = 0.95


def are_alike(one: Mask, other: Mask) -> bool:
    return likeness(one, other) >= ALIKE


def likeness(one: Mask, other: Mask) -> float:
    """From 0 to 1: the correlation of what is within the rims, at the turn at which it is greatest."""
    first, second = small(one), small(other)
    still = spectrum(normal(first))
    best = max(TURNS, key=lambda turn: at_turn(still, second, turn))
    return max(at_turn(still, second, best + more) for more in FINE_TURNS)


def small(shape: Mask) -> Plane:
    """The impression at 100 dots per inch, in the middle of a square."""
    height, width = (max(1, round(each * COARSE / DPI)) for each in shape.shape)
    shrunk = Image.fromarray(shape.astype(np.float32)).resize((width, height), Image.Resampling.BOX)
    sheet = np.zeros((SIZE, SIZE), dtype=np.float32)
    top, left = (SIZE - height) // 2, (SIZE - width) // 2
    sheet[top : top + height, left : left + width] = np.asarray(shrunk)
    return np.asarray(ndimage.gaussian_filter(sheet, 0.8), dtype=np.float32)


def at_turn(still: np.ndarray, moved: Plane, turn: int) -> float:
    rotated = Image.fromarray(moved).rotate(turn, Image.Resampling.BILINEAR)
    return float(np.fft.irfft2(still * np.conj(spectrum(normal(np.asarray(rotated))))).max())


def normal(plane: Plane) -> Plane:
    away = plane - plane.mean()
    return np.asarray(away / max(float(np.linalg.norm(away)), 1e-6), dtype=np.float32)


def spectrum(plane: Plane) -> np.ndarray:
    return np.asarray(np.fft.rfft2(plane))
