"""A register as it is printed: its own entries, its members with their blocks, and the entries of each. No gate.

Who was let in to the register reads all of it: it tells no address (protection is of addresses, and of the 附票).
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from ..models import FamilyEntry, FamilyMember, FamilyRegister
from ..rules.family.blocks import Block
from .family_sheets import domiciles_held, records_now
from .family_text import Line, PrintedEntry, day_text, printed


@dataclass(frozen=True, kw_only=True)
class PrintedMember:
    """`removed`: has left, and bears the mark 除籍."""

    member: FamilyMember
    block: Block
    lines: tuple[Line, ...]
    entries: tuple[PrintedEntry, ...]

    @property
    def removed(self) -> bool:
        return self.block.left_on is not None


@dataclass(frozen=True, kw_only=True)
class PrintedRegister:
    register: FamilyRegister
    domicile: str
    first: str
    entries: tuple[PrintedEntry, ...]
    members: tuple[PrintedMember, ...]


def printed_register(register: FamilyRegister) -> PrintedRegister:
    """The register as it stands now. Four queries, however many are in it."""
    domicile = domiciles_held().get(register=register)
    entries = entries_by_member(register)
    rows = records_now().filter(member__register=register).select_related("member__person")
    members = tuple(
        PrintedMember(
            member=row.member,
            block=row.block,
            lines=block_lines(row.block),
            entries=tuple(map(printed, entries[row.member_id])),
        )
        for row in rows.order_by("member__place")
    )
    return PrintedRegister(
        register=register,
        domicile=domicile.text,
        first=members[0].block.name if members else "",
        entries=tuple(map(printed, entries[None])),
        members=members,
    )


def entries_by_member(register: FamilyRegister) -> dict[int | None, list[FamilyEntry]]:
    found: dict[int | None, list[FamilyEntry]] = defaultdict(list)
    rows = FamilyEntry.objects.filter(register=register, superseded_at__isnull=True).prefetch_related("items")
    for entry in rows.order_by("position", "pk"):
        found[entry.member_id].append(entry)
    return found


def block_lines(block: Block) -> tuple[Line, ...]:
    """The block as the computerised register words it; parents and relation by adoption after those by birth."""
    said: Iterable[tuple[str, str]] = (
        ("名", block.given_name),
        ("生年月日", day_text(block.birth)),
        ("配偶者区分", block.spouse),
        ("父", block.father),
        ("母", block.mother),
        ("続柄", block.relation),
        ("養父", block.adoptive_father),
        ("養母", block.adoptive_mother),
        ("続柄（養親）", block.adoptive_relation),
    )
    return tuple(Line(label=label, text=text) for label, text in said if text)
