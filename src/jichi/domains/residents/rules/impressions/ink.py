"""How much ink lies on each dot of a scan, whatever the light: 0 is bare paper, 1 is black.

Uneven light darkens paper and ink alike, so every dot is compared with the paper around it. Red ink takes away green and
leaves red; what takes both away alike is a ruled line, print or dust, and does not count.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy import ndimage

Plane = NDArray[np.float32]
Mask = NDArray[np.bool_]
MILLIMETRES = 25.4
# For finding things: about three dots a millimetre.
COARSE_DPI = 75
PAPER_REACH = 9.0
RED_SHARE = 0.3


@dataclass(frozen=True)
class Coarse:
    """A scan made small: the colour of its paper everywhere, and how much ink and how much dark matter lies on it."""

    step: int
    dpi: float
    paper: Plane
    red: Plane
    dark: Plane

    def dots(self, length: float) -> float:
        """A length in millimetres as dots."""
        return length * self.dpi / MILLIMETRES


def planes(picture: Image.Image) -> Plane:
    """A picture as planes of numbers, always three: a grey one has the same three times."""
    shown = np.asarray(picture, dtype=np.float32)
    return np.repeat(shown[:, :, None], 3, axis=2) if shown.ndim == 2 else shown


def coarse_of(picture: Image.Image, dpi: float, fineness: int = COARSE_DPI) -> Coarse:
    step = max(1, round(dpi / fineness))
    small = planes(picture.reduce(step))
    paper = paper_of(small, reach=round(PAPER_REACH * dpi / step / MILLIMETRES) | 1)
    taken = taken_away(small, paper)
    return Coarse(step, dpi / step, paper, red_in(taken), taken[:, :, 0])


def paper_of(shown: Plane, *, reach: int) -> Plane:
    """The paper under everything: strokes narrower than `reach` dots are filled with what lies around them."""
    smooth = ndimage.gaussian_filter(shown, (0.7, 0.7, 0))
    filled = ndimage.minimum_filter(ndimage.maximum_filter(smooth, (reach, reach, 1)), (reach, reach, 1))
    return np.maximum(ndimage.gaussian_filter(filled, (reach / 3, reach / 3, 0)), 1.0)


def taken_away(shown: Plane, paper: Plane) -> Plane:
    """The share of each colour's light that the paper gives back and this dot does not."""
    return np.clip(1.0 - shown / paper, 0.0, 1.0)


def red_in(taken: Plane) -> Plane:
    return np.clip(taken[:, :, 1] - taken[:, :, 0], 0.0, 1.0)


def fine_ink(picture: Image.Image, coarse: Coarse, box: tuple[int, int, int, int], *, red: bool) -> Plane:
    """The ink within a box of the scan, at the scan's own fineness.

    Green light alone gives the edges: colour differences are stored coarsely by cameras and JPEG files. They only say
    which dots are red.
    """
    shown = planes(picture.crop(box))
    taken = taken_away(shown, paper_in(coarse, box, shown.shape))
    if not red:
        return taken[:, :, 1]
    reach = 0.08 * coarse.dpi * coarse.step / MILLIMETRES
    redness = ndimage.gaussian_filter(red_in(taken), reach)
    return np.where(redness > RED_SHARE * ndimage.gaussian_filter(taken[:, :, 1], reach), taken[:, :, 1], 0.0)


def paper_in(coarse: Coarse, box: tuple[int, int, int, int], shape: tuple[Any, ...]) -> Plane:
    """The paper within a box, from the coarse scan."""
    height, width = coarse.paper.shape[:2]
    part = tuple(
        min(max(edge / coarse.step, 0.0), limit)
        for edge, limit in zip(box, (width, height, width, height), strict=True)
    )
    planes_of_it = [
        Image.fromarray(coarse.paper[:, :, colour]).resize(
            (shape[1], shape[0]), Image.Resampling.BILINEAR, box=part
        )
        for colour in range(3)
    ]
    return np.dstack([np.asarray(each, dtype=np.float32) for each in planes_of_it])
