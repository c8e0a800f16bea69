"""What a correction of a register's own words would touch, and where the same words still stand. No gate: for the verb and
for pages that were let in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from ..models import Entry, FamilyEntry, FamilyMember, FamilyRegister, FamilyTie, MemberRecord
from ..rules.family.case import without_space
from ..rules.family.correcting import CORRECTABLE, PARENTS, Changes
from ..rules.family.words import HEADINGS
from ..rules.words import Sex
from .family_sheets import records_now
from .register import believed

SEX_OF_PARENT = {
    "father": Sex.MALE, "adoptive_father": Sex.MALE, "mother": Sex.FEMALE, "adoptive_mother": Sex.FEMALE,
}  # fmt: skip


def surname_of(register: FamilyRegister) -> str:
    """The surname that everybody in it bears: the first person's (戸籍法第6条, 第9条)."""
    return records_now().get(member__register=register, member__place=1).block.surname


def parent_tie(member: FamilyMember, item: str, name: str) -> FamilyTie | None:
    """The tie to the parent whom the register names there: by their sex, or by their name."""
    kind = FamilyTie.Kind.ADOPTIVE_PARENT if "adoptive" in item else FamilyTie.Kind.NATURAL_PARENT
    ties = FamilyTie.objects.filter(
        kind=kind, person=member.person, until__isnull=True, voided_at__isnull=True
    )
    for tie in ties.order_by("pk"):
        rows = MemberRecord.objects.filter(person=tie.other_id).order_by("-pk")
        row = rows.first()
        if row and (row.sex == SEX_OF_PARENT[item] or (not row.sex and without_space(row.name) == name)):
            return tie
    return None


def member_named(register: FamilyRegister, item: str, name: str) -> FamilyMember | None:
    """A member of the register who can be that parent; None for nobody, and where several fit."""
    rows = (
        records_now()
        .filter(member__register=register, sex=SEX_OF_PARENT[item])
        .select_related("member__person")
    )
    found = [row.member for row in rows if name and without_space(row.name) == name]
    return found[0] if len(found) == 1 else None


@dataclass(frozen=True, kw_only=True)
class StillThere:
    """A place where the wrong words still stand: of a member's block, or (with `entry`) of one of their entries."""

    register: FamilyRegister
    member: FamilyMember
    who: str
    what: str
    entry: int | None = None


def still_there(member: FamilyMember, changes: Changes) -> list[StillThere]:
    """What this correction leaves as it is: other registers of the same person, children who name them as a parent, and
    entries that tell the former name or day of birth."""
    return [*own_elsewhere(member, changes), *of_children(member, changes), *in_entries(member, changes)]


def own_elsewhere(member: FamilyMember, changes: Changes) -> Iterator[StillThere]:
    rows = records_now().filter(member__person=member.person_id).exclude(member=member)
    for row in rows.select_related("member__register__ward"):
        wrong = [
            label
            for item, label in CORRECTABLE.items()
            if item in changes and getattr(row, item) == changes[item][0]
        ]
        if wrong:
            yield StillThere(
                register=row.member.register, member=row.member, who=row.name, what="、".join(wrong)
            )


def of_children(member: FamilyMember, changes: Changes) -> Iterator[StillThere]:
    if "name" not in changes:
        return
    name = without_space(str(changes["name"][0]))
    named = Q()
    for item in PARENTS:
        named |= Q(**{item: name})
    ties = FamilyTie.objects.filter(other=member.person, voided_at__isnull=True)
    near = Q(member__register=member.register_id) | Q(person__in=ties.values("person"))
    for row in records_now().filter(named, near).select_related("member__register__ward").order_by("pk"):
        what = "、".join(CORRECTABLE[item] for item in PARENTS if getattr(row, item) == name)
        yield StillThere(register=row.member.register, member=row.member, who=row.name, what=what)


def in_entries(member: FamilyMember, changes: Changes) -> Iterator[StillThere]:
    """In this register; the correction of the birth's own entry comes along and is not among them."""
    said = Q(pk__in=[])
    if "name" in changes:
        name = str(changes["name"][0])
        said |= Q(items__text__in=[name, without_space(name)])
    if "birth" in changes:
        said |= Q(items__code="spouse_birth", items__day=changes["birth"][0])
    rows = FamilyEntry.objects.filter(
        said, register=member.register_id, member__isnull=False, superseded_at__isnull=True
    )
    names = dict(records_now().filter(member__register=member.register_id).values_list("member", "name"))
    for row in rows.select_related("register__ward", "member").distinct().order_by("position"):
        yield StillThere(
            register=row.register,
            member=row.member,  # type: ignore[arg-type]
            who=names.get(row.member_id or 0, ""),
            what=HEADINGS[row.kind],
            entry=row.pk,
        )


def who_live_here(people: Iterable[int], on: date) -> set[int]:
    """Those of these people who are on the resident register now."""
    rows = believed(Entry.objects.filter(person__in=list(people), until__isnull=True, town__isnull=False))
    return {row.person_id for row in rows if row.facts.is_current}
