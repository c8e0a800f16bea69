"""Words that mean the same to whoever searches: the city's own list, as data."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings

from .words import folded, words_of

Keys = tuple[str, ...]


@dataclass(frozen=True)
class Synonyms:
    """Groups of words of one meaning: by the text as it is typed, and by the words it is made of."""

    groups: tuple[tuple[str, ...], ...]
    by_text: dict[str, list[Keys]]
    by_keys: dict[Keys, list[Keys]]

    @property
    def groups_first(self) -> list[str]:
        """The first word of each group: what is often searched, under its usual name."""
        return [group[0] for group in self.groups]

    def of_text(self, text: str) -> list[Keys]:
        """The whole group of what was typed: としょかん finds 図書館, though it cannot be cut into words."""
        return self.by_text.get(folded(text), [])

    def of_keys(self, keys: Keys) -> list[Keys]:
        """The phrase, and the phrase with its longest known part replaced by each word of that part's group."""
        for length in range(len(keys), 0, -1):
            for start in range(len(keys) - length + 1):
                end = start + length
                if group := self.by_keys.get(keys[start:end]):
                    return [keys[:start] + part + keys[end:] for part in group]
        return [keys]


@cache
def synonyms() -> Synonyms:
    """The city's synonyms (`cities/<city>/search/synonyms.toml`); none where it has no such file."""
    path = file_of_the_city()
    return from_groups(tomllib.loads(path.read_text(encoding="utf-8"))["groups"] if path.exists() else [])


def file_of_the_city() -> Path:
    folder: Path = settings.CITY_FOLDER
    return folder / "search" / "synonyms.toml"


def from_groups(groups: Sequence[Sequence[str]]) -> Synonyms:
    found = Synonyms(groups=tuple(map(tuple, groups)), by_text={}, by_keys={})
    for group in groups:
        phrases = [keys for text in group if (keys := keys_of(text))]
        found.by_text.update((folded(text), phrases) for text in group)
        found.by_keys.update((keys, phrases) for keys in phrases)
    return found


def keys_of(text: str) -> Keys:
    """The keys of a text that is one phrase; nothing for one that falls apart (most words written in kana)."""
    keys = tuple(word.key for word in words_of(text))
    return keys if all(keys) else ()
