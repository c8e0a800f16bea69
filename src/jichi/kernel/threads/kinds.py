"""Kinds of records and kinds of links: what a manifest declares about them. Pure but for the words."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from jichi.kernel.access.actor import Actor


@dataclass(frozen=True, kw_only=True)
class KindOfRecord:
    """A kind of record that has a public reference.

    `number` is the two digits in front of the reference, `name` the Japanese word for the kind, `url`
    gives the record's own page. `readable` answers which of some references that are not public the
    actor may read all the same; without it nobody may. A `is_voice` record is what somebody said to the
    city; a `is_hub` record is where many threads meet (a programme): a thread shows it and ends there.
    """

    number: int
    name: str
    url: Callable[[str], str] | None = None
    readable: Callable[[Actor, Collection[str]], Collection[str]] | None = None
    is_voice: bool = False
    is_hub: bool = False


HELD_ELSEWHERE = KindOfRecord(number=19, name=gettext_noop("ほかの場所にある記録"))


class LinkKind(StrEnum):
    """How one record leads to another. A link is read from the earlier record to the later one,
    `BASED_ON` and `CONCERNS` from a record to what it rests on or is about."""

    RAISED_IN = "raised-in"
    JOINED = "joined"
    TAKEN_UP_BY = "taken-up-by"
    CONCLUDED_IN = "concluded-in"
    REPLIED_BY = "replied-by"
    CHANGED = "changed"
    BUDGETED_IN = "budgeted-in"
    CARRIED_OUT_BY = "carried-out-by"
    RESULTED_IN = "resulted-in"
    BASED_ON = "based-on"
    CONCERNS = "concerns"

    @property
    def there(self) -> Any:
        """The words in front of the record that the link leads to."""
        return WORDS[self][0]

    @property
    def back(self) -> Any:
        """The words in front of the record that the link comes from."""
        return WORDS[self][1]

    @property
    def short(self) -> Any:
        """A word or two for an arrow."""
        return SHORT[self]


@dataclass(frozen=True, kw_only=True)
class LinkRule:
    """A kind of link that a subsystem makes, and between which kinds of records; None is any kind."""

    kind: LinkKind
    start: Collection[KindOfRecord] | None = None
    end: Collection[KindOfRecord] | None = None

    def allows(self, kind: LinkKind, start: int, end: int) -> bool:
        return kind is self.kind and is_among(start, self.start) and is_among(end, self.end)


def is_among(number: int, kinds: Collection[KindOfRecord] | None) -> bool:
    return kinds is None or any(kind.number == number for kind in kinds)


# An ordinance or a building is tied to hundreds of records that have nothing else in common: a thread
# shows such a tie and does not go on through it.
CONTEXT = frozenset({LinkKind.BASED_ON, LinkKind.CONCERNS})

WORDS = {
    LinkKind.RAISED_IN: (_("出された場"), _("ここで出されたもの")),
    LinkKind.JOINED: (_("まとめられた先"), _("ここにまとめられたもの")),
    LinkKind.TAKEN_UP_BY: (_("取り上げた審議"), _("取り上げたもの")),
    LinkKind.CONCLUDED_IN: (_("結論"), _("もとになった審議")),
    LinkKind.REPLIED_BY: (_("回答"), _("この回答を受けたもの")),
    LinkKind.CHANGED: (_("変えたもの"), _("変わるきっかけ")),
    LinkKind.BUDGETED_IN: (_("ついた予算"), _("予算の使いみち")),
    LinkKind.CARRIED_OUT_BY: (_("実施するもの"), _("実施のもとになったもの")),
    LinkKind.RESULTED_IN: (_("結果"), _("この結果のもと")),
    LinkKind.BASED_ON: (_("根拠"), _("これを根拠とするもの")),
    LinkKind.CONCERNS: (_("対象"), _("これを対象とするもの")),
}

SHORT = {
    LinkKind.RAISED_IN: _("出された"),
    LinkKind.JOINED: _("まとめ"),
    LinkKind.TAKEN_UP_BY: _("取り上げ"),
    LinkKind.CONCLUDED_IN: _("結論"),
    LinkKind.REPLIED_BY: _("回答"),
    LinkKind.CHANGED: _("変更"),
    LinkKind.BUDGETED_IN: _("予算"),
    LinkKind.CARRIED_OUT_BY: _("実施"),
    LinkKind.RESULTED_IN: _("結果"),
    LinkKind.BASED_ON: _("根拠"),
    LinkKind.CONCERNS: _("対象"),
}
