"""What a notification will bring, in words: drawn from the plan itself, before anything is written."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..rules.family.case import Case, Listed, Sheet
from ..rules.family.plan import Item, Plan, Writing
from ..rules.family.words import HEADINGS, LABELS
from .family_text import Line, day_text


@dataclass(frozen=True, kw_only=True)
class Foreseen:
    """One entry that will be made. `comes` and `goes` say whether somebody enters or leaves that register."""

    who: str
    heading: str
    lines: tuple[Line, ...]
    comes: bool = False
    goes: bool = False


@dataclass(frozen=True, kw_only=True)
class ForeseenRegister:
    domicile: str
    first: str
    is_new: bool
    closes: bool
    entries: tuple[Foreseen, ...]


def foreseen_registers(case: Case, plan: Plan) -> list[ForeseenRegister]:
    """Register by register, those that stand first, as the entries will be written."""
    sheets = {str(party.sheet.key): party.sheet for party in case.parties if party.sheet}
    sheets |= {str(party.before.key): party.before for party in case.parties if party.before}
    new = {sheet.key: sheet for sheet in plan.sheets}
    keys = list(dict.fromkeys(writing.sheet for writing in plan.writings))
    found = []
    for key in keys:
        domicile, first = (
            (sheets[key].domicile.text, sheets[key].first)
            if key in sheets
            else (new[key].domicile.text, new[key].first)
        )
        writings = [writing for writing in plan.writings if writing.sheet == key]
        found.append(
            ForeseenRegister(
                domicile=domicile,
                first=first,
                is_new=key in new,
                closes=key in sheets and empties(sheets[key], writings, plan),
                entries=tuple(foreseen(writing, sheets.get(key), writings) for writing in writings),
            )
        )
    return found


def empties(sheet: Sheet, writings: Iterable[Writing], plan: Plan) -> bool:
    """Whether nobody is left in a register."""
    gone = {writing.member for writing in writings if writing.changes.get("left_on")}
    comes = any(member.sheet == str(sheet.key) for member in plan.members)
    return not comes and all(str(each.key) in gone for each in sheet.members())


def foreseen(writing: Writing, sheet: Sheet | None, writings: list[Writing]) -> Foreseen:
    listed = member_of(sheet, writing.member)
    name = str(writing.changes.get("name") or (listed.block.name if listed else ""))
    kind = writing.kind or next((each.kind for each in writings if not each.member), "")
    return Foreseen(
        who=name,
        heading=HEADINGS.get(kind, ""),
        lines=lines_of(writing.items),
        comes="entered_on" in writing.changes,
        goes="left_on" in writing.changes and "entered_on" not in writing.changes,
    )


def member_of(sheet: Sheet | None, key: str) -> Listed | None:
    return sheet.member(int(key)) if sheet and key.isdigit() else None


def lines_of(items: Iterable[Item]) -> tuple[Line, ...]:
    return tuple(
        Line(label=LABELS[item.code], text=day_text(item.day) if item.day else item.text) for item in items
    )
