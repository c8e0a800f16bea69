"""Names folded for searching: width, kana and spaces; the name itself is never changed. Pure."""

import unicodedata

import jaconv

from .facts import Facts
from .words import SPACE


def folded(name: str) -> str:
    """A key to compare names by: NFKC, hiragana, small letters, no variation selectors and no spaces."""
    plain = unicodedata.normalize("NFKC", "".join(letter for letter in name if not is_selector(letter)))
    return "".join(jaconv.kata2hira(plain).casefold().split())


def is_selector(letter: str) -> bool:
    return "\ufe00" <= letter <= "\ufe0f" or "\U000e0100" <= letter <= "\U000e01ef"


def keys_of(facts: Facts) -> set[str]:
    """Whole names and given names, as written and in kana: what a clerk begins to type."""
    names = (facts.name, facts.kana, facts.former_name, facts.common_name)
    parts = (part for name in names for part in (name, name.partition(SPACE)[2]))
    return {key for key in map(folded, parts) if key}
