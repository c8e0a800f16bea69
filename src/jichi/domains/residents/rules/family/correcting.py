"""Correcting what a family register says above its entries: by which authority, and what is printed of it. Pure.

Law: 戸籍法 第24条 (ex officio), 第113条 (by leave of the family court), 第115条 (applied for within a month), 第116条 (by a final
judgment).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from jichi.kernel.values.fault import gettext_noop

from ..words import SPACE, Sex
from .blocks import Block, full_name
from .plan import Item


class Ground(StrEnum):
    """By what right the register is corrected."""

    CLEAR = "clear"
    BUREAU = "bureau"
    COURT = "court"
    JUDGMENT = "judgment"


GROUNDS: dict[Ground, str] = {
    Ground.CLEAR: gettext_noop("職権（書類から明らかな誤り）"),
    Ground.BUREAU: gettext_noop("職権（法務局長の許可による）"),
    Ground.COURT: gettext_noop("申請（家庭裁判所の許可による）"),
    Ground.JUDGMENT: gettext_noop("申請（確定した裁判による）"),
}
ARTICLES: dict[Ground, str] = {
    Ground.CLEAR: "戸籍法第24条",
    Ground.BUREAU: "戸籍法第24条第2項",
    Ground.COURT: "戸籍法第113条",
    Ground.JUDGMENT: "戸籍法第116条",
}
# What must be said of each ground, by the names of `Authority`.
NEEDED: dict[Ground, tuple[str, ...]] = {
    Ground.CLEAR: ("source",),
    Ground.BUREAU: ("source", "decided_on"),
    Ground.COURT: ("source", "decided_on", "applied_on", "applied_by"),
    Ground.JUDGMENT: ("source", "decided_on", "applied_on", "applied_by"),
}
DECIDED = {Ground.BUREAU: "leave_on", Ground.COURT: "leave_on", Ground.JUDGMENT: "final_on"}


@dataclass(frozen=True, kw_only=True)
class Authority:
    """`source` is what shows the error: the papers, the bureau or the court; `decided_on` the day of leave or judgment."""

    ground: Ground
    why: str
    source: str = ""
    decided_on: date | None = None
    applied_on: date | None = None
    applied_by: str = ""

    @property
    def article(self) -> str:
        return ARTICLES[self.ground]

    @property
    def missing(self) -> tuple[str, ...]:
        """What the ground asks for and nobody said."""
        return tuple(name for name in ("why", *NEEDED[self.ground]) if not getattr(self, name))

    def lines(self) -> Iterator[Item]:
        """As the register prints it; a day that the ground does not know is left out."""
        yield Item(code="corrected_why", text=self.why)
        yield Item(code="corrected_by", text=f"{self.article}{SPACE}{self.source}")
        if self.decided_on and self.ground in DECIDED:
            yield Item(code=DECIDED[self.ground], day=self.decided_on)
        if self.applied_on and "applied_on" in NEEDED[self.ground]:
            yield Item(code="applied_on", day=self.applied_on)
            yield Item(code="applied_by", text=self.applied_by)


class Parent(StrEnum):
    """What a corrected parent means: the same person written right, or another person (or nobody)."""

    UNASKED = ""
    SAME = "same"
    OTHER = "other"


PARENTS = ("father", "mother", "adoptive_father", "adoptive_mother")
# What of a block is corrected by itself, with the label that the register prints; all else comes of notifications.
CORRECTABLE = {
    "name": "名",
    "birth": "生年月日",
    "father": "父",
    "mother": "母",
    "relation": "続柄",
    "adoptive_father": "養父",
    "adoptive_mother": "養母",
    "adoptive_relation": "続柄（養親）",
}

NOTHING = "（記録なし）"
Changes = Mapping[str, tuple[Any, Any]]


def corrections(block: Block, wanted: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """What stands and what is right, of each item that differs. A relation tells the sex too."""
    right = {item: value for item, value in wanted.items() if item in CORRECTABLE}
    if (sex := sex_told(str(right.get("relation", "")))) and "relation" in right:
        right["sex"] = sex
    return {
        item: (getattr(block, item), value) for item, value in right.items() if getattr(block, item) != value
    }


def sex_told(relation: str) -> Sex | None:
    """長男 and 二女 say it; 養子 does not."""
    return {"男": Sex.MALE, "女": Sex.FEMALE}.get(relation[-1:])


def renamed(name: str, surname: str, right: str) -> str:
    """A full name with the right surname in place of the wrong one; other surnames stay."""
    before, _, given = name.partition(SPACE)
    return full_name(right, given) if given and before == surname else name


def entry_lines(authority: Authority, stood: Iterable[tuple[str, str]], *, on: date) -> list[Item]:
    """The entry 訂正 as the register prints it: what was corrected, why, by which right, and what stood there."""
    stood = list(stood)
    return [
        Item(code="corrected_on", day=on),
        Item(code="corrected_what", text="、".join(label for label, _text in stood)),
        *authority.lines(),
        *(Item(code="as_before", text=f"【{label}】{text or NOTHING}") for label, text in stood),
    ]
