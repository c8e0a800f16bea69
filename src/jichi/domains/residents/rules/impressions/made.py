"""Impressions that nobody owns: names set in a ring, for the demo city, for tests and for measuring.

Drawn at four times the registered fineness; `scanned` then makes of it what a scanner makes of an impression on a form.
"""

import io
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product

import numpy as np
from PIL import Image, ImageDraw, ImageFont
from scipy import ndimage

from .cleaning import DPI, MARGIN, Impression, as_png, digest_of, hundredths
from .ink import MILLIMETRES, Mask, Plane
from .outline import outline_of
from .overlap import overlap

FINE = 4
INK, PAPER = (205, 62, 48), (243, 240, 232)


@dataclass(frozen=True, kw_only=True)
class Look:
    """A seal as its carver made it: lengths in millimetres."""

    name: str
    diameter: float = 15.0
    rim: float = 0.7
    square: bool = False
    boldness: float = 0.1


@dataclass(frozen=True, kw_only=True)
class Scanning:
    """What a scanner and a hand make of it. `light` is the fall from one edge to the other, `turn` in degrees.

    `dpi` divides 2,400, so that the size of the seal is exact; `frame` is the side of the form's frame in millimetres.
    """

    dpi: int = 300
    turn: float = 0.0
    noise: float = 4.0
    light: float = 0.25
    dust: int = 12
    blur: float = 0.05
    strength: float = 1.0
    gap: float = 0.0
    frame: float = 0.0
    grey: bool = False
    paper_mm: float = 45.0
    seed: int = 1


@lru_cache(maxsize=8)
def carved(look: Look, dpi: int = DPI * FINE) -> Plane:
    """The ink of a seal, 1 where there is some: a ring or a square around the name, written from top to bottom."""
    side = round(look.diameter * dpi / MILLIMETRES)
    picture = Image.new("L", (side, side), 0)
    draw = ImageDraw.Draw(picture)
    rim = round(look.rim * dpi / MILLIMETRES)
    edge = (0, 0, side - 1, side - 1)
    (draw.rectangle if look.square else draw.ellipse)(edge, outline=255, width=rim)
    write(draw, look, side, rim)
    return np.asarray(picture, dtype=np.float32) / np.float32(255)


def write(draw: ImageDraw.ImageDraw, look: Look, side: int, rim: int) -> None:
    """Columns from right to left, as a seal is read."""
    letters = [letter for letter in look.name if not letter.isspace()][:6]
    if not letters:
        return
    columns = 1 if len(letters) < 3 else 2
    rows = -(-len(letters) // columns)
    room = (side - 2 * rim) * (0.92 if look.square else 0.74)
    high, wide = room / rows, room / columns
    size = int(min(high, wide))
    font = letterface(size)
    for place, letter in enumerate(letters):
        column, row = divmod(place, rows)
        x = side / 2 + room / 2 - (column + 0.5) * wide
        y = side / 2 - room / 2 + (row + 0.5) * high
        stroke = round(look.boldness * side / look.diameter)
        draw.text((x, y), letter, 255, font=font, anchor="mm", stroke_width=stroke)


@cache
def letterface(size: int) -> ImageFont.FreeTypeFont:
    import pylopdf_fonts_jp  # only who makes impressions reads the font

    return ImageFont.truetype(f"{pylopdf_fonts_jp.__path__[0]}/NotoSerifJP-Regular.otf", size)


def registered(look: Look, turn: float = 0.0, fine: int = FINE, off: tuple[int, int] = (0, 0)) -> Mask:
    """The clean picture that a perfect scan of this seal gives: what the cleaning is measured against.

    `off` moves the seal by parts of a dot, of which `fine` are a whole one: no hand places it on the dots.
    """
    ink = turned(np.pad(carved(look, DPI * fine), fine * MARGIN), turn)
    ink = np.pad(ink, [(each, fine - each) for each in off])
    height, width = (each // fine for each in ink.shape)
    blocks = ink[: height * fine, : width * fine].reshape(height, fine, width, fine).mean(axis=(1, 3))
    shape = blocks > 0.5
    rows, columns = np.flatnonzero(shape.any(axis=1)), np.flatnonzero(shape.any(axis=0))
    return np.pad(shape[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1], MARGIN)


def overlap_with_seal(found: Mask, look: Look, turn: float) -> float:
    """How well a cleaned picture lies on the seal, wherever on the dots the seal was placed. From 0 to 1."""
    places = product(range(FINE), range(FINE))
    return max(overlap(found, registered(look, turn, off=place)) for place in places)


def turned(ink: Plane, turn: float) -> Plane:
    if not turn:
        return ink
    return np.asarray(Image.fromarray(ink).rotate(turn, Image.Resampling.BICUBIC, expand=True))


def on_paper(look: Look, how: Scanning) -> Plane:
    """The share of ink in each dot of the scan."""
    size, fine = round(how.paper_mm * how.dpi / MILLIMETRES), DPI * FINE // how.dpi
    seal = turned(with_gap(carved(look), how.gap), how.turn)
    # Not on the edge of a dot, as no hand places it; and filled up to whole dots, so that its size stays.
    off = how.seed % fine
    filled = np.pad(seal, [(off, -(each + off) % fine) for each in seal.shape])
    height, width = (each // fine for each in filled.shape)
    small = filled.reshape(height, fine, width, fine).mean(axis=(1, 3))
    sheet = np.zeros((size, size), dtype=np.float32)
    top, left = ((size - each) // 2 for each in small.shape)
    sheet[top : top + height, left : left + width] = small
    return ndimage.gaussian_filter(sheet, how.blur * how.dpi / MILLIMETRES)


def with_gap(ink: Plane, share: float) -> Plane:
    """Without a piece of the rim: this share of its round, at the lower right."""
    if not share:
        return ink
    rows, columns = np.indices(ink.shape) - (ink.shape[0] - 1) / 2
    angle = (np.arctan2(rows, columns) / (2 * np.pi)) % 1
    far = np.hypot(rows, columns) > 0.8 * ink.shape[0] / 2
    return np.where((angle < share) & far, np.float32(0), ink)


def scanned(look: Look, how: Scanning, kind: str = "PNG") -> bytes:
    """A scan of this seal on a form, as a file."""
    dice = np.random.default_rng(how.seed)
    sheet = on_paper(look, how) * how.strength
    size = sheet.shape[0]
    colours = np.array(PAPER) + sheet[:, :, None] * (np.array(INK) - np.array(PAPER))
    if how.frame:
        colours = framed(colours, how)
    across, down = np.linspace(1 - how.light, 1.0, size), np.linspace(1.0, 1 - how.light / 2, size)
    lit = colours * across[None, :, None] * down[:, None, None]
    colours = dusty(lit, how, dice) + dice.normal(0, how.noise, (size, size, 1))
    image = Image.fromarray(np.clip(colours, 0, 255).astype(np.uint8))
    image = image.convert("L") if how.grey else image
    out = io.BytesIO()
    image.save(out, kind, dpi=(how.dpi, how.dpi))
    return out.getvalue()


def framed(colours: np.ndarray, how: Scanning) -> np.ndarray:
    """With the form's frame, turned as the seal is: black lines of 0.3 mm, `frame` from middle to middle."""
    size = colours.shape[0]
    fine = Image.new("L", (2 * size, 2 * size), 0)
    half, line = how.frame * how.dpi / MILLIMETRES, round(0.6 * how.dpi / MILLIMETRES)
    outer = [size - half - line / 2, size - half - line / 2, size + half + line / 2, size + half + line / 2]
    ImageDraw.Draw(fine).rectangle(outer, outline=255, width=line)
    lines = fine.rotate(how.turn, Image.Resampling.BICUBIC).resize((size, size), Image.Resampling.BOX)
    return colours * (1 - np.asarray(lines, dtype=np.float32)[:, :, None] / 255 * 0.85)


def dusty(colours: np.ndarray, how: Scanning, dice: np.random.Generator) -> np.ndarray:
    """Grey and red specks, a fifth of a millimetre wide."""
    wide = max(1, round(0.2 * how.dpi / MILLIMETRES))
    for speck in range(how.dust):
        row, column = dice.integers(0, colours.shape[0] - wide, 2)
        colours[row : row + wide, column : column + wide] *= 0.6 if speck % 2 else np.array([0.95, 0.5, 0.5])
    return colours


def impressions_for(names: Iterable[str], seed: int) -> Iterator[tuple[str, Impression]]:
    """For each name what its seal says and its impression, the same each time: surnames mostly, of any common size."""
    dice = random.Random(seed)
    for name in names:
        surname, _, given = name.partition("\u3000")
        said = surname + given if dice.random() < 0.3 else surname
        yield said, impression_of(look_for(said, dice), fine=1)


def look_for(name: str, dice: random.Random) -> Look:
    """A seal as somebody might have had it made: 10.5 to 18 mm, round, or rarely square."""
    return Look(
        name=name,
        diameter=dice.choice((10.5, 12.0, 13.5, 15.0, 16.5, 18.0)),
        rim=dice.choice((0.4, 0.5, 0.6, 0.8)),
        square=dice.random() < 0.03,
        boldness=dice.choice((0.0, 0.03, 0.06)),
    )


def impression_of(look: Look, *, fine: int = FINE) -> Impression:
    """The picture as it would be registered, without the way through a scanner."""
    shape = registered(look, fine=fine)
    png = as_png(shape)
    return Impression(
        png=png,
        before=png,
        digest=digest_of(shape),
        width=shape.shape[1],
        height=shape.shape[0],
        side=hundredths(outline_of(shape, DPI / MILLIMETRES).square),
        missing=0,
        turned=0,
    )
