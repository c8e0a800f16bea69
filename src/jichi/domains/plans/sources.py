"""The source of an edition, with its accepted corrections put in, and the chapter that it says."""

from functools import lru_cache

from .models import Correction, Edition
from .rules.chapter import Chapter
from .rules.comparison import Comparison, compare
from .rules.correcting import Replacement, corrected
from .rules.reading import read_chapter


def corrected_source(edition: Edition) -> str:
    """The edition's text with every accepted correction made."""
    accepted = edition.corrections.filter(state=Correction.State.ACCEPTED)
    return corrected(
        edition.source_text,
        (Replacement(each.line, each.column, each.read, each.proposed) for each in accepted),
    )


def chapter_of(edition: Edition) -> Chapter:
    """The edition's chapter as it stands today."""
    return read_again(corrected_source(edition))


@lru_cache(maxsize=8)
def compared(old: str, new: str) -> Comparison:
    """Compared once for what the two sources say: an accepted correction makes another source."""
    return compare(old=read_again(old), new=read_again(new))


@lru_cache(maxsize=8)
def read_again(text: str) -> Chapter:
    return read_chapter(text).chapter
