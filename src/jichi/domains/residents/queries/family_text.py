"""How an entry is printed: its lines as label and value. No gate: of what a reader was already let in to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from jichi.kernel.values.era import NoEra, format_era_day

from ..models import FamilyEntry, FamilyItem
from ..rules.family.blocks import Block
from ..rules.family.plan import Item
from ..rules.family.words import HEADINGS, LABELS


@dataclass(frozen=True, kw_only=True)
class Line:
    label: str
    text: str


@dataclass(frozen=True, kw_only=True)
class PrintedEntry:
    heading: str
    lines: tuple[Line, ...]


def day_text(day: date | None) -> str:
    """A day as the register writes it, 平成24年7月9日."""
    if day is None:
        return ""
    try:
        return format_era_day(day)
    except NoEra:
        return day.isoformat()


def block_text(item: str, value: object) -> str:
    """A value of a block as the register writes it: given names alone, days in words."""
    if isinstance(value, date):
        return day_text(value)
    return Block(name=str(value)).given_name if item == "name" else str(value)


def item_text(item: FamilyItem | Item) -> str:
    return day_text(item.day) if item.day else item.text


def printed(entry: FamilyEntry) -> PrintedEntry:
    """An entry whose items are fetched."""
    items = sorted(entry.items.all(), key=lambda item: item.position)
    return PrintedEntry(heading=HEADINGS[entry.kind], lines=printed_items(items))


def printed_items(items: Iterable[FamilyItem | Item]) -> tuple[Line, ...]:
    return tuple(Line(label=LABELS[item.code], text=item_text(item)) for item in items)
