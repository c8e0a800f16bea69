"""条・項・号: the place in a law or ordinance that a rule rests on."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from .kanji_numbers import KANJI_NUMBER, parse_number, to_kanji
from .unreadable import Unreadable
from .width import narrow

_N = f"(?:[0-9]+|{KANJI_NUMBER})"
_BRANCHES = f"(?:の{_N})*"
_ARTICLE = re.compile(
    rf"第(?P<number>{_N})条(?P<branches>{_BRANCHES})"
    rf"(?:第(?P<paragraph>{_N})項)?(?:第(?P<item>{_N})号(?P<item_branches>{_BRANCHES}))?"
)


@dataclass(frozen=True, order=True, kw_only=True)
class Article:
    """第31条の2第1項第2号, ordered as it stands in the law: 31, 31 paragraph 2, 31の2, 32.

    A ``paragraph`` or ``item`` of 0 is none: the whole article, the whole paragraph.
    """

    number: int
    branches: tuple[int, ...] = ()
    paragraph: int = 0
    item: int = 0
    item_branches: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if self.number < 1 or min((*self.branches, *self.item_branches), default=1) < 1:
            raise ValueError("articles and their branches are numbered from 1")
        if self.paragraph < 0 or self.item < 0 or (self.item_branches and not self.item):
            raise ValueError("a paragraph or item is numbered from 1; a branch needs its item")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read 第三十一条の二第一項 or 第31条の2第1項; the whole text must be the citation.

        Raises: Unreadable (``article.form``).
        """
        found = _ARTICLE.fullmatch(narrow(text))
        if not found:
            raise Unreadable("article.form", text, "not a citation such as 第31条の2第1項")
        try:
            return cls(
                number=parse_number(found["number"]),
                branches=_branches(found["branches"]),
                paragraph=_numbered(found["paragraph"]),
                item=_numbered(found["item"]),
                item_branches=_branches(found["item_branches"]),
            )
        except ValueError as fault:
            raise Unreadable("article.form", text, "a number in the citation is not one") from fault

    @property
    def arabic(self) -> str:
        """第31条の2第1項第2号, the style of horizontal documents."""
        return self._written(str)

    @property
    def kanji(self) -> str:
        """第三十一条の二第一項第二号, the style of the statute book."""
        return self._written(to_kanji)

    def __str__(self) -> str:
        return self.arabic

    def _written(self, digits: Callable[[int], str]) -> str:
        parts = [f"第{digits(self.number)}条", *(f"の{digits(n)}" for n in self.branches)]
        if self.paragraph:
            parts.append(f"第{digits(self.paragraph)}項")
        if self.item:
            parts += [f"第{digits(self.item)}号", *(f"の{digits(n)}" for n in self.item_branches)]
        return "".join(parts)


def _branches(text: str | None) -> tuple[int, ...]:
    return tuple(_numbered(part) for part in (text or "").split("の")[1:])


def _numbered(text: str | None) -> int:
    """0 for what the citation leaves out; what it names is at least 1 (第0項 is no paragraph)."""
    if text is None:
        return 0
    number = parse_number(text)
    if number < 1:
        raise Unreadable("article.form", text, "articles, paragraphs and items are numbered from 1")
    return number
