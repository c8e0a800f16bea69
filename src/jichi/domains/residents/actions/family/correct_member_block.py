"""Correct what a register says of a member above the entries: name, birth, parents, relation (訂正)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.roles import Scope
from jichi.kernel.actions.action import action
from jichi.kernel.clock.reading import now

from ...models import FamilyEntry, FamilyMember, FamilyTie, MemberRecord, Person
from ...permissions import May
from ...queries.family_corrections import member_named, parent_tie
from ...queries.family_sheets import records_now
from ...queries.family_text import block_text
from ...rules.family.case import without_space
from ...rules.family.correcting import CORRECTABLE, PARENTS, Authority, Changes, Parent, corrections
from ...rules.family.plan import Item
from .apply_plan import write_items
from .correct_family_entry import Correction, corrected, rewrite_block, trace, written_anew
from .refusals import BirthToCome, CorrectedMeanwhile, NothingToCorrect, ParentIsUnclear
from .setting_right import (
    Wrote,
    as_registered,
    believed,
    follow_correction,
    held,
    refuse_without,
    say_what_stood,
    set_right,
)
from .ties import begin
from .tracing import traced


@dataclass(frozen=True, kw_only=True)
class BlockCorrection:
    """`items` are the right values by the names of `Block`; `seen` the record that the clerk had before them."""

    member: FamilyMember
    items: Mapping[str, Any]
    authority: Authority
    seen: int
    parent: Parent = Parent.UNASKED

    @property
    def scope(self) -> Scope:
        return self.member.register.scope


@action(needs=May.KEEP_FAMILY_REGISTER, within="correction", basis="戸籍法第24条")
def correct_member_block(*, actor: Actor, correction: BlockCorrection, on: date) -> FamilyEntry:
    """Set right what was written wrong of a member, with an entry that says what stood there; the day of birth in the entry
    of the birth too, and the resident register where the member lives in the city.

    Law: 戸籍法第24条, 第113条 to 第116条; 住民基本台帳法施行令第12条.
    Ledger: residents.register.kept
    Raises: CorrectedMeanwhile; NothingToCorrect; AuthorityIsMissing; ParentIsUnclear; BirthToCome.
    """
    register = held(correction.member.register)
    member = FamilyMember.objects.select_related("register", "person").get(pk=correction.member.pk)
    changes = changes_of(member, correction, on=on)
    at = now()
    if "birth" in changes:
        correct_birth_entry(member, changes["birth"], correction.authority, on=on, at=at)
    set_right(member, lambda wrote: right_of(wrote, changes), at=at)
    said = say_what_stood(register, member, correction.authority, stood(changes), on=on, at=at)
    if correction.parent is Parent.OTHER:
        tie_to_other_parents(member, changes, at)
    movement = follow_correction(register, following(member, changes), on=on)
    about = {
        "register": register.number,
        "entry": said.pk,
        "person": member.person.number,
        "changed": {item: right for item, (_wrong, right) in changes.items()},
        "ground": correction.authority.article,
        "why": correction.authority.why,
        "movement": movement.number if movement else "",
    }
    traced(
        ward=register.ward_id, verb="correct_member_block", about=about, basis=correction.authority.article
    )
    return said


def changes_of(member: FamilyMember, correction: BlockCorrection, *, on: date) -> Changes:
    row: MemberRecord = records_now().get(member=member)
    if row.pk != correction.seen:
        raise CorrectedMeanwhile
    changes = corrections(row.block, correction.items)
    if not changes:
        raise NothingToCorrect
    refuse_without(correction.authority)
    if correction.parent is Parent.UNASKED and set(PARENTS) & set(changes):
        raise ParentIsUnclear(fields={"parent": str(ParentIsUnclear.message)})
    if changes.get("birth", (None, on))[1] > on:
        raise BirthToCome(fields={"birth": str(BirthToCome.message)})
    return changes


def right_of(wrote: Wrote, changes: Changes) -> Wrote:
    """Whoever wrote the wrong value wrote the right one; what nobody had written comes with the entering."""
    return {
        item: right
        for item, (wrong, right) in changes.items()
        if (wrote[item] == wrong if item in wrote else not wrong and "entered_on" in wrote)
    }


def stood(changes: Changes) -> list[tuple[str, str]]:
    """Labels with what stood there; the sex is no line of a register."""
    return [
        (CORRECTABLE[item], block_text(item, changes[item][0])) for item in CORRECTABLE if item in changes
    ]


def correct_birth_entry(
    member: FamilyMember, birth: tuple[Any, Any], authority: Authority, *, on: date, at: datetime
) -> None:
    """The entry of the birth tells the same day, else the register would contradict itself."""
    wrong, right = birth
    entries = member.entries.filter(
        kind="birth", superseded_at__isnull=True, items__code="born_on", items__day=wrong
    )
    for entry in entries.select_related("register", "member"):
        lines = list(entry.items.order_by("position"))
        fix = Correction(why=authority.why, items=[Item(code="born_on", day=right)], happened_on=right)
        FamilyEntry.objects.filter(pk=entry.pk).update(superseded_at=at)
        anew = written_anew(entry, fix, at)
        write_items(anew, [*corrected(lines, fix), *trace(lines, fix, on)])
        rewrite_block(entry, anew, fix, at)


def tie_to_other_parents(member: FamilyMember, changes: Changes, at: datetime) -> None:
    """The tie to the wrong parent never was; one to the right parent is there where this register knows them."""
    for item in set(PARENTS) & set(changes):
        wrong, right = changes[item]
        if tie := parent_tie(member, item, str(wrong)):
            FamilyTie.objects.filter(pk=tie.pk).update(voided_at=at)
        if parent := member_named(member.register, item, without_space(str(right))):
            kind = FamilyTie.Kind.ADOPTIVE_PARENT if "adoptive" in item else FamilyTie.Kind.NATURAL_PARENT
            begin(kind, member.person, parent.person, None, first_day(member))


def first_day(member: FamilyMember) -> date:
    block = records_now().get(member=member).block
    return block.birth or min(row.since for row in believed(member))


def following(member: FamilyMember, changes: Changes) -> dict[Person, dict[str, Any]]:
    """What the resident register has to say anew: of the member, and whose first person bears another name now."""
    own = {item: right for item, (_wrong, right) in changes.items() if item in ("birth", "sex")}
    found = {member.person: {**own, **(as_registered(member.person, ["name"]) if "name" in changes else {})}}
    if member.place == 1 and "name" in changes:
        for other in member.register.members.select_related("person"):
            items = as_registered(other.person, ["domicile_first"])
            found[other.person] = {**found.get(other.person, {}), **items}
    return found
