"""What of last year's sheet was changed, and what was merely copied."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .word_diff import Segment, word_diff


@dataclass(frozen=True, kw_only=True)
class FieldChange:
    """One text of a sheet, last year and this year; `segments` tell the words that stay, go and come."""

    field: str
    before: str
    after: str

    @property
    def is_same(self) -> bool:
        return plain(self.before) == plain(self.after)

    @property
    def segments(self) -> tuple[Segment, ...]:
        return word_diff(self.before, self.after)


def changes_since(
    last: Mapping[str, str], now: Mapping[str, str], fields: Iterable[str]
) -> tuple[FieldChange, ...]:
    """Every field in order; what neither year says is left out."""
    pairs = ((field, last.get(field, ""), now.get(field, "")) for field in fields)
    return tuple(
        FieldChange(field=field, before=before, after=after)
        for field, before, after in pairs
        if before or after
    )


def copied(last: Mapping[str, str], now: Mapping[str, str], fields: Iterable[str]) -> tuple[str, ...]:
    """The fields that say word for word what they said last year."""
    return tuple(
        field for field in fields if plain(now.get(field, "")) and is_copy(last.get(field, ""), now[field])
    )


def is_copy(before: str, after: str) -> bool:
    """Another blank, line break or width of a letter does not make a new text."""
    return plain(before) == plain(after)


def plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())
