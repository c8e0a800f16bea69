"""The letters of official documents. They come with the project; the fuller IPAmj is used where installed."""

import re
from functools import cache
from pathlib import Path

import pylopdf_fonts_jp
import typst

WITH_THE_PROJECT = Path(pylopdf_fonts_jp.__file__).parent
WITH_THE_SYSTEM = Path("/usr/share/fonts")
MANY_VARIANTS, ALWAYS_THERE = "IPAmjMincho", "Noto Serif JP"
SEQUENCE = re.compile("(.)([\U000e0100-\U000e01ef])")


def ipamj_files() -> list[Path]:
    return sorted(path for path in WITH_THE_SYSTEM.glob("**/ipamj*.tt*") if path.is_file())


@cache
def fonts() -> typst.Fonts:
    """Read once a process: it takes a tenth of a second."""
    folders = [WITH_THE_PROJECT, *{path.parent for path in ipamj_files()}]
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(folder) for folder in sorted(folders)],
    )


@cache
def name_fonts() -> tuple[str, ...]:
    """The families for names of persons, the one with the most variants (異体字) first."""
    families = fonts().families()
    return tuple(family for family in (MANY_VARIANTS, ALWAYS_THERE) if family in families)


def variants_in(text: str) -> dict[str, str]:
    """The sequences of character and variation selector that the first font of names lacks, with the font that has them.

    The two fonts know different registers of variants: IPAmj that of Moji_Joho, Noto that of Adobe-Japan1. A font
    draws the ordinary character for a sequence it does not know, and says nothing: so the font is chosen here.
    A sequence that none of them knows is left to the first.
    """
    first, *others = name_fonts()
    found: dict[str, str] = {}
    for character, selector in SEQUENCE.findall(text):
        sequence = (ord(selector), ord(character))
        if sequence not in sequences_of(first):
            having = next((family for family in others if sequence in sequences_of(family)), None)
            found |= {character + selector: having} if having else {}
    return found


@cache
def sequences_of(family: str) -> frozenset[tuple[int, int]]:
    """All pairs of selector and character that the font draws as somebody registered them. Read once a process."""
    from fontTools.ttLib import TTFont  # only who prints a rare name waits for it

    file = ipamj_files()[0] if family == MANY_VARIANTS else WITH_THE_PROJECT / "NotoSerifJP-Regular.otf"
    with TTFont(file, lazy=True) as font:
        tables = [table for table in font["cmap"].tables if table.format == 14]
        return frozenset(
            (selector, character)
            for table in tables
            for selector, known in table.uvsDict.items()
            for character, _glyph in known
        )
