"""From a scan to the picture that is registered: one bit a dot, 600 dots per inch, of true size."""

import io
from dataclasses import dataclass
from hashlib import sha256

import numpy as np
from PIL import Image
from scipy import ndimage

from .doubling import is_doubled
from .faults import Blurred, NoFrame, NoScale, RimMissing, Smeared, TooCoarse, TooFaint, TooLarge, TooSmall
from .finding import LEAST_INK, Found, dpi_by_frame, frame_in, impression_in
from .ink import MILLIMETRES, Coarse, Mask, Plane, coarse_of, fine_ink
from .outline import Outline, outline_of
from .scans import Scan, scan_in

DPI = 600
PER_MM = DPI / MILLIMETRES
LEAST_DPI = 200
MARGIN = round(0.5 * PER_MM)
# What is smaller than this on paper is dust, and a hole that is smaller is the grain of the paper.
DUST, GRAIN = 0.05, 0.02
SMOOTHING = 0.03
# An edge wider than this, beyond the two dots that any scan spreads it over, is not sharp.
SOFT_EDGE = 0.3
FULLEST = 0.8
TURNS = (0.2, 20.0)


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What the ordinance asks of an impression, with where it says so."""

    larger_than: int
    at_most: int
    most_missing: int
    size_source: str
    rim_source: str


@dataclass(frozen=True, kw_only=True)
class Wish:
    """How the clerk wants the scan read: a scale for a scan that has none, and whether to set it upright."""

    dpi: int | None = None
    frame_mm: int | None = None
    upright: bool = True


@dataclass(frozen=True, kw_only=True)
class Impression:
    """A clean impression. `side` is the side of the smallest square that holds it, in hundredths of a millimetre."""

    png: bytes
    before: bytes
    digest: str
    width: int
    height: int
    side: int
    missing: int
    turned: int


def cleaned(data: bytes, wish: Wish, limits: Limits) -> Impression:
    """The impression on a scan, ready to be registered.

    Raises: ScanFault, one kind for each thing that can be wrong.
    """
    scan = scan_in(data)
    dpi = scale_of(scan, wish)
    if round(dpi) < LEAST_DPI:
        raise TooCoarse(dpi=round(dpi), least=LEAST_DPI)
    coarse = coarse_of(scan.picture, dpi)
    found = impression_in(coarse, coloured=scan.is_coloured)
    ink = even_ink(scan, coarse, found)
    assert_sharp(ink, dpi)
    grown = true_size(ink, dpi)
    turn = turn_of(coarse, grown) if wish.upright else 0.0
    shape = one_bit(rotated(grown, turn))
    outline = outline_of(shape, PER_MM)
    assert_right(shape, outline, limits)
    return Impression(
        png=as_png(shape),
        before=before(scan, found, dpi),
        digest=digest_of(shape),
        width=shape.shape[1],
        height=shape.shape[0],
        side=hundredths(outline.square),
        missing=round(outline.missing * 100),
        turned=round(turn * 10),
    )


def scale_of(scan: Scan, wish: Wish) -> float:
    """Dots per inch: as the clerk says, by the form's frame, or as the file declares.

    Raises: NoFrame; NoScale.
    """
    if wish.dpi:
        return float(wish.dpi)
    if wish.frame_mm:
        # Any scale will do to look for the frame; 300 is what most scans have.
        frame = frame_in(coarse_of(scan.picture, 300.0, 150), least=8.0)
        if frame is None:
            raise NoFrame
        return dpi_by_frame(frame, float(wish.frame_mm))
    if scan.dpi is None:
        raise NoScale
    return scan.dpi


def even_ink(scan: Scan, coarse: Coarse, found: Found) -> Plane:
    """The ink of the impression alone, 1 where a dot is fully inked.

    Raises: TooFaint.
    """
    ink = fine_ink(scan.picture, coarse, found.box, red=found.red)
    own = np.asarray(Image.fromarray(found.shape).resize(ink.shape[::-1], Image.Resampling.NEAREST))
    ink = np.where(own, ink, np.float32(0))
    inked = ink[ink > np.percentile(ink[own], 98) / 2]
    level = float(np.median(inked)) if inked.size else 0.0
    if level < LEAST_INK:
        raise TooFaint
    return (ink / level).astype(np.float32)


def assert_sharp(ink: Plane, dpi: float) -> None:
    """The width of an edge is what its steepness says: a dot half inked beside a full one is steep.

    Raises: Blurred.
    """
    down, across = np.gradient(ndimage.gaussian_filter(ink, 0.5))
    steepness = np.hypot(down, across)[(ink > 0.35) & (ink < 0.65)]
    if steepness.size and 1 / float(np.median(steepness)) > 2.5 + SOFT_EDGE * dpi / MILLIMETRES:
        raise Blurred


def true_size(ink: Plane, dpi: float) -> Plane:
    """The same ink at 600 dots per inch: the scan is stretched by exactly the right amount, its last dots cut."""
    width, height = (int(each * DPI / dpi) for each in ink.shape[::-1])
    taken = (0.0, 0.0, width * dpi / DPI, height * dpi / DPI)
    grown = Image.fromarray(ink).resize((width, height), Image.Resampling.BICUBIC, box=taken)
    return np.asarray(grown, dtype=np.float32)


def turn_of(coarse: Coarse, grown: Plane) -> float:
    """By how much the scan lies askew: as the frame of the form says, else as a rectangular seal says itself."""
    frame = frame_in(coarse)
    turn = frame.turn if frame else outline_of(one_bit(grown), PER_MM).turn
    least, most = TURNS
    return turn if least <= abs(turn) <= most else 0.0


def rotated(grown: Plane, turn: float) -> Plane:
    if not turn:
        return grown
    upright = Image.fromarray(grown).rotate(turn, Image.Resampling.BICUBIC, expand=True)
    return np.asarray(upright, dtype=np.float32)


def one_bit(ink: Plane) -> Mask:
    """Ink or paper for each dot, without dust and grain, cut to the impression with a narrow margin.

    Half inked is the edge, whatever the blur: so an impression grows neither wider nor thinner.
    """
    shape = ndimage.gaussian_filter(ink, SMOOTHING * PER_MM) > 0.5
    shape = without_small(shape, DUST)
    shape = ~without_small(~shape, GRAIN)
    rows, columns = np.flatnonzero(shape.any(axis=1)), np.flatnonzero(shape.any(axis=0))
    if not rows.size:
        raise TooFaint
    return np.pad(shape[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1], MARGIN)


def without_small(shape: Mask, area: float) -> Mask:
    """Without the spots that are smaller than this many square millimetres."""
    groups, _ = ndimage.label(shape, np.ones((3, 3)))
    sizes = np.bincount(groups.ravel())
    sizes[0] = 0
    return np.asarray((sizes >= area * PER_MM**2)[groups])


def assert_right(shape: Mask, outline: Outline, limits: Limits) -> None:
    """Raises: TooSmall; TooLarge; Smeared; RimMissing."""
    # In the tenths that people are told: nobody hears that 25.0 mm is more than 25 mm.
    tenths = round(outline.square * 10)
    if tenths <= limits.larger_than * 10:
        raise TooSmall(side=said(tenths * 10), least=limits.larger_than, source=limits.size_source)
    if tenths > limits.at_most * 10:
        raise TooLarge(side=said(tenths * 10), most=limits.at_most, source=limits.size_source)
    if shape.sum() > FULLEST * outline.enclosed or is_doubled(shape, square=outline.is_rectangular):
        raise Smeared
    missing = round(outline.missing * 100)
    if missing > limits.most_missing:
        raise RimMissing(missing=missing, most=limits.most_missing, source=limits.rim_source)


def hundredths(length: float) -> int:
    return round(length * 100)


def said(side: int) -> str:
    """A side as people read it: 24.8."""
    return f"{side / 100:.1f}"


def as_png(shape: Mask) -> bytes:
    """Black ink on white, one bit a dot, declaring its 600 dots per inch."""
    out, image = io.BytesIO(), Image.fromarray(~shape)
    image.save(out, "PNG", dpi=(DPI, DPI), optimize=True)
    return out.getvalue()


def digest_of(shape: Mask) -> str:
    """The digest of the dots themselves, so that the same picture is known again however a file packs it."""
    height, width = shape.shape
    return sha256(f"{width}x{height}:".encode() + np.packbits(shape).tobytes()).hexdigest()


def shape_in(png: bytes) -> Mask:
    """The dots of a registered picture: True where there is ink."""
    with Image.open(io.BytesIO(png), formats=("PNG",)) as picture:
        return np.asarray(picture.convert("L")) < 128


def before(scan: Scan, found: Found, dpi: float) -> bytes:
    """The impression as it was scanned, with a little of the paper around it, for the clerk to compare."""
    out, image = io.BytesIO(), scan.picture.crop(found.box)
    image.save(out, "PNG", dpi=(dpi, dpi))
    return out.getvalue()
