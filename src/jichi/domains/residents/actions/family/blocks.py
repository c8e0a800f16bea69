"""Reckon the blocks of a member again when an entry is added, corrected or annulled."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from ...models import FamilyEntry, FamilyMember, MemberRecord
from ...rules.family.blocks import BLOCK_ITEMS, BlockStretch, block_history
from ...rules.history import Step
from ...rules.name_folding import folded

Told = Iterable[tuple[FamilyEntry, Mapping[str, Any]]]


def refold(member: FamilyMember, told: Told, *, at: datetime, without: Collection[int] = ()) -> None:
    """Put new entries into a member's history; `without` are the keys of entries that are no longer believed.

    What came out as before stays as it is; all else is closed before anything new is written.
    """
    believed = list(
        MemberRecord.objects.filter(member=member, superseded_at__isnull=True).select_related("entry")
    )
    entries = {row.entry_id: row.entry for row in believed} | {entry.pk: entry for entry, _ in told}
    steps = [step_of(row) for row in believed if row.entry_id not in without]
    steps += [Step(order=entry.order, items=changes) for entry, changes in told]
    wanted = {
        stretch.step.order.serial: stretch for stretch in block_history(from_entering_on(merged(steps)))
    }
    gone = [row.pk for row in believed if not same(row, wanted.get(row.entry_id))]
    standing = {row.entry_id for row in believed if row.pk not in gone}
    MemberRecord.objects.filter(pk__in=gone).update(superseded_at=at)
    MemberRecord.objects.bulk_create(
        record_of(member, entries[key], stretch, at) for key, stretch in wanted.items() if key not in standing
    )


def merged(steps: Iterable[Step]) -> list[Step]:
    """One step for each entry, though an entry may have written twice."""
    found: dict[int, Step] = {}
    for step in steps:
        before = found.get(step.order.serial)
        items = {**before.items, **step.items} if before else step.items
        found[step.order.serial] = Step(order=step.order, items=items)
    return list(found.values())


def from_entering_on(steps: list[Step]) -> list[Step]:
    """Nothing is so of a member before they entered: what is corrected of an older fact holds from then on."""
    entered = min((step.order for step in steps if step.items.get("entered_on")), default=None)
    if entered is None:
        return []
    late = [step for step in steps if step.order < entered]
    moved = [replace(step, order=replace(step.order, happened_on=entered.happened_on)) for step in late]
    return [*(step for step in steps if step.order >= entered), *moved]


def step_of(row: MemberRecord) -> Step:
    block = row.block
    return Step(order=row.entry.order, items={name: getattr(block, name) for name in row.written.split()})


def same(row: MemberRecord, stretch: BlockStretch | None) -> bool:
    return stretch is not None and (row.since, row.until, row.block) == (
        stretch.since,
        stretch.until,
        stretch.block,
    )


def record_of(member: FamilyMember, entry: FamilyEntry, stretch: BlockStretch, at: datetime) -> MemberRecord:
    block = stretch.block
    return MemberRecord(
        member=member,
        person_id=member.person_id,
        entry=entry,
        written=" ".join(stretch.step.items),
        name_key=folded(block.name),
        since=stretch.since,
        until=stretch.until,
        recorded_at=at,
        **{name: getattr(block, name) for name in BLOCK_ITEMS},
    )
