"""Whether a seal was stamped twice, a little aside: then the impression is like itself when it is moved."""

import numpy as np
from PIL import Image
from scipy import ndimage

from .ink import Mask, Plane

COARSE, SIZE = 8, 160
# Nearer than this, every stroke is like itself.
NEAREST_MM = 0.9
DOTS_PER_MM = 600 / 25.4 / COARSE
# Seals of one, two and four letters reach 0.45 in a ring and 0.65 in a square, of which the sides are alike.
LIKE_ITSELF, LIKE_ITSELF_SQUARE = 0.6, 0.7


def is_doubled(shape: Mask, *, square: bool) -> bool:
    """A second impression nearer than a millimetre is not told from bold strokes: that is for the clerk's eye."""
    return self_likeness(shape) > (LIKE_ITSELF_SQUARE if square else LIKE_ITSELF)


def self_likeness(shape: Mask) -> float:
    """How like the impression is to itself when moved, at the move at which it is most so. From 0 to 1."""
    plane = coarse(shape)
    away = plane - plane.mean()
    spectrum = np.fft.rfft2(away)
    alike = np.fft.fftshift(np.fft.irfft2(spectrum * np.conj(spectrum), s=plane.shape))
    rows, columns = np.indices(alike.shape) - SIZE // 2
    far = np.hypot(rows, columns) > NEAREST_MM * DOTS_PER_MM
    # A stroke fades slowly as it is moved; a second impression is a peak of its own.
    peaks = (ndimage.maximum_filter(alike, 5) == alike) & far
    return float(np.max(alike[peaks], initial=0.0) / alike.max())


def coarse(shape: Mask) -> Plane:
    height, width = (max(1, each // COARSE) for each in shape.shape)
    small = Image.fromarray(shape.astype(np.float32)).resize((width, height), Image.Resampling.BOX)
    sheet = np.zeros((SIZE, SIZE), dtype=np.float32)
    sheet[:height, :width] = np.asarray(small)[:SIZE, :SIZE]
    return np.asarray(ndimage.gaussian_filter(sheet, 0.6), dtype=np.float32)
