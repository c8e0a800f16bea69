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
    actor may read all the same; without it nobody may.
    """

    number: int
    name: str
    url: Callable[[str], str] | None = None
    readable: Callable[[Actor, Collection[str]], Collection[str]] | None = None


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
