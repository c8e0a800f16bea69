"""The little HTML that extraction leaves in table cells: where its tags are, and whether they close."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .damage import DamagedChapter

_TAG = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)(?P<rest>[^<>\t\n]*)(?P<end>>?)")
# The plan's own extraction opens <ul> and never closes it: a list ends with its cell.
_MAY_STAY_OPEN = frozenset({"ul", "ol", "li"})
_EMPTY = frozenset({"br", "hr", "img", "wbr"})
_INLINE = frozenset({"a", "b", "em", "font", "i", "img", "span", "strong", "sub", "sup", "u", "wbr"})


@dataclass(frozen=True, kw_only=True)
class Tag:
    """One tag of the source; ``start`` and ``end`` are offsets in the whole text."""

    line: int
    start: int
    end: int
    name: str
    closes: bool

    @property
    def breaks(self) -> bool:
        """Text before and after it stands apart."""
        return self.name not in _INLINE

    @property
    def begins_item(self) -> bool:
        return self.name == "li" and not self.closes


def find_tags(text: str, start: int, end: int, line: int) -> list[Tag]:
    """Return the tags of one line, checked cell by cell.

    Raises: DamagedChapter (``broken_tag``, ``stray_tag``).
    """
    if "<" not in text[start:end]:
        return []
    tags: list[Tag] = []
    for cell in re.finditer(r"[^\t]+", text[start:end]):
        found = [_tag(m, line) for m in _TAG.finditer(text, start + cell.start(), start + cell.end())]
        _check_pairs(text, found)
        tags += found
    return tags


def _tag(match: re.Match[str], line: int) -> Tag:
    if not match["end"]:
        raise DamagedChapter(line, "broken_tag", tag=match[0][:20])
    return Tag(
        line=line,
        start=match.start(),
        end=match.end(),
        name=match["name"].lower(),
        closes=bool(match["close"]),
    )


def _check_pairs(text: str, tags: list[Tag]) -> None:
    """Hold closing tags against opening ones; what is still open at the end must be allowed to be."""
    open_tags: list[Tag] = []
    for tag in tags:
        if tag.closes:
            _close(text, tag, open_tags)
        elif tag.name not in _EMPTY and not text[tag.start : tag.end].endswith("/>"):
            open_tags.append(tag)
    for tag in open_tags:
        if tag.name not in _MAY_STAY_OPEN:
            raise DamagedChapter(tag.line, "broken_tag", tag=text[tag.start : tag.end])


def _close(text: str, tag: Tag, open_tags: list[Tag]) -> None:
    while open_tags and open_tags[-1].name != tag.name and open_tags[-1].name in _MAY_STAY_OPEN:
        open_tags.pop()
    if not open_tags or open_tags[-1].name != tag.name:
        raise DamagedChapter(tag.line, "stray_tag", tag=text[tag.start : tag.end])
    open_tags.pop()
