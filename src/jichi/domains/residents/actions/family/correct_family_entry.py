"""Correct an entry of a family register, or strike one out (訂正)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import acting, action
from jichi.kernel.clock.reading import now
from jichi.kernel.ledger.lock import lock

from ...models import FamilyEntry, FamilyItem, FamilyRegister
from ...permissions import May
from ...queries.family_text import item_text
from ...rules.family.blocks import BLOCK_ITEMS
from ...rules.family.plan import Item
from ..holding import hold_people
from .apply_plan import write_items
from .blocks import refold
from .refusals import NotCorrectable, ReasonIsMissing
from .tracing import traced


@dataclass(frozen=True, kw_only=True)
class Correction:
    """`items` are the new values of lines of the entry, `block` those of the block above; `why` the provision and reason."""

    why: str
    items: Sequence[Item] = ()
    block: Mapping[str, Any] = field(default_factory=dict)
    happened_on: date | None = None


@action(needs=May.KEEP_FAMILY_REGISTER, within="register", basis="戸籍法第24条")
def correct_family_entry(
    *, actor: Actor, register: FamilyRegister, entry: FamilyEntry, correction: Correction, on: date
) -> FamilyEntry:
    """Write an entry anew with what is right; what was recorded before stays with it and is printed (従前の記録).

    Law: 戸籍法第24条 (ex officio), 第113条 and 第114条 (by leave of the family court), 第116条 (by a final judgment).
    Ledger: residents.register.kept
    Raises: NotCorrectable; ReasonIsMissing.
    """
    hold_people(register.members.values_list("person", flat=True))
    lock(FamilyRegister.objects.filter(pk=register.pk)).get()
    entry = FamilyEntry.objects.select_related("register", "member").get(pk=entry.pk, register=register)
    if entry.superseded_at:
        raise NotCorrectable
    if not correction.why.strip():
        raise ReasonIsMissing(fields={"why": _("訂正の理由を書いてください。")})
    lines = list(entry.items.order_by("position"))
    at = now()
    FamilyEntry.objects.filter(pk=entry.pk).update(superseded_at=at)
    right = written_anew(entry, correction, at)
    write_items(right, [*corrected(lines, correction), *trace(lines, correction, on)])
    if entry.member_id:
        rewrite_block(entry, right, correction, at)
    about = {
        "register": register.number,
        "entry": entry.pk,
        "why": correction.why,
        "changed": changed(correction),
    }
    traced(ward=register.ward_id, verb="correct_family_entry", about=about)
    return right


def written_anew(entry: FamilyEntry, correction: Correction, at: Any) -> FamilyEntry:
    act = acting()
    return FamilyEntry.objects.create(
        register=entry.register,
        member=entry.member,
        kind=entry.kind,
        position=entry.position,
        notification=entry.notification,
        happened_on=correction.happened_on or entry.happened_on,
        carried_from=entry.carried_from,
        corrects=entry,
        recorded_at=at,
        recorded_by_id=act.actor.account_id,
        actor_title=act.actor.title,
    )


def corrected(lines: Sequence[FamilyItem], correction: Correction) -> list[Item]:
    right = {item.code: item for item in correction.items}
    stood = [right.pop(line.code, Item(code=line.code, day=line.day, text=line.text)) for line in lines]
    return [*stood, *right.values()]


def trace(lines: Sequence[FamilyItem], correction: Correction, on: date) -> list[Item]:
    """What the register prints of the correction itself: when, why, and what stood there."""
    told = {item.code for item in correction.items}
    before = [Item(code="as_before", text=item_text(line)) for line in lines if line.code in told]
    return [
        Item(code="corrected_on", day=on),
        Item(code="corrected_why", text=correction.why.strip()),
        *before,
    ]


def rewrite_block(entry: FamilyEntry, right: FamilyEntry, correction: Correction, at: Any) -> None:
    """The entry's own part of the block moves to the corrected one; a carried entry has none, and gets what is corrected."""
    rows = entry.records.filter(superseded_at__isnull=True)
    row = rows.first()
    block = {name: value for name, value in correction.block.items() if name in BLOCK_ITEMS}
    stood = {name: getattr(row.block, name) for name in row.written.split()} if row else {}
    if right.member and (stood or block):
        refold(right.member, [(right, {**stood, **block})], at=at, without={entry.pk})


def changed(correction: Correction) -> list[str]:
    return sorted({item.code for item in correction.items} | set(correction.block))
