"""A scan as it was uploaded: opened with care, and with the scale that it declares."""

import io
import struct
import warnings
from dataclasses import dataclass

from PIL import Image, ImageOps

from .faults import NotAScan, SeveralPages, TooManyBytes, TooManyPixels, WrongDepth

MEGABYTE = 1024 * 1024
MOST_MEGABYTES = 20
# A4 at 600 dots per inch is 4,961 by 7,016.
MOST_PIXELS = 36_000_000
FORMATS = ("PNG", "JPEG", "TIFF", "BMP")
# One byte a colour, up to three colours; a palette and a transparent ground are seen on white paper.
DEPTHS = ("L", "LA", "P", "RGB", "RGBA")
# Cameras and programs write 72 or 96 without having measured anything.
MEASURED_DPI = range(150, 2401)
BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    IndexError,
    KeyError,
    OverflowError,
    struct.error,
    MemoryError,
)


@dataclass(frozen=True)
class Scan:
    """An upright picture in grey (L) or colour (RGB), and its dots per inch where it declares believable ones."""

    picture: Image.Image
    dpi: float | None

    @property
    def is_coloured(self) -> bool:
        return self.picture.mode == "RGB"


def scan_in(data: bytes) -> Scan:
    """The scan in a file.

    Nothing is unpacked before its size is known, so that a small file cannot fill the memory.
    Raises: TooManyBytes; NotAScan; TooManyPixels; SeveralPages; WrongDepth.
    """
    if len(data) > MOST_MEGABYTES * MEGABYTE:
        raise TooManyBytes(limit=MOST_MEGABYTES)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return opened(data)
    except Image.DecompressionBombError as bomb:
        raise TooManyPixels(limit=MOST_PIXELS // 10_000) from bomb
    except BROKEN as broken:
        raise NotAScan from broken


def opened(data: bytes) -> Scan:
    picture = Image.open(io.BytesIO(data), formats=FORMATS)
    if picture.width * picture.height > MOST_PIXELS:
        raise TooManyPixels(limit=MOST_PIXELS // 10_000)
    if has_a_second_page(picture):
        raise SeveralPages
    if picture.mode not in DEPTHS:
        raise WrongDepth
    dpi = declared_dpi(picture)
    return Scan(on_white(ImageOps.exif_transpose(picture)), dpi)


def has_a_second_page(picture: Image.Image) -> bool:
    try:
        picture.seek(1)
    except EOFError:
        picture.seek(0)
        return False
    return True


def on_white(picture: Image.Image) -> Image.Image:
    picture.load()
    if picture.mode == "L":
        return picture
    if picture.mode == "RGB":
        return picture
    if picture.mode == "P" and "transparency" not in picture.info:
        return picture.convert("RGB")
    clear = picture.convert("RGBA")
    white = Image.new("RGBA", clear.size, "white")
    return Image.alpha_composite(white, clear).convert("RGB")


def declared_dpi(picture: Image.Image) -> float | None:
    """Dots per inch as the file declares them; None where it does not, or says what no scanner says."""
    across, down = (float(each) for each in picture.info.get("dpi", (0, 0)))
    if across and abs(across - down) <= across / 100 and round(across) in MEASURED_DPI:
        return across
    return None
