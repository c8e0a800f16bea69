"""The letters of official documents. They come with the project; the fuller IPAmj is used where installed."""

from functools import cache
from pathlib import Path

import pylopdf_fonts_jp
import typst

WITH_THE_PROJECT = Path(pylopdf_fonts_jp.__file__).parent
WITH_THE_SYSTEM = Path("/usr/share/fonts")
MANY_VARIANTS = "IPAmjMincho"


@cache
def fonts() -> typst.Fonts:
    """Read once a process: it takes a tenth of a second."""
    folders = [WITH_THE_PROJECT, *{path.parent for path in WITH_THE_SYSTEM.glob("**/ipamj*.tt*")}]
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(folder) for folder in sorted(folders)],
    )


@cache
def name_fonts() -> tuple[str, ...]:
    """The families for names of persons, the one with the most variants (異体字) first."""
    families = fonts().families()
    return tuple(family for family in (MANY_VARIANTS, "Noto Serif JP") if family in families)
