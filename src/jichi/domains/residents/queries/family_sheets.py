"""Family registers as the rules see them: what stands in them now. No gate: for actions, papers and the family pages."""

from collections import defaultdict
from collections.abc import Iterable

from django.conf import settings
from django.db.models import QuerySet

from jichi.kernel.places.models import Town, Ward

from ..models import FamilyDomicile, FamilyEntry, FamilyMember, FamilyRegister, MemberRecord
from ..rules.family.case import Domicile, Kept, Listed, Sheet


def records_now() -> QuerySet[MemberRecord]:
    """The block of each member as it holds now."""
    return MemberRecord.objects.filter(until__isnull=True, superseded_at__isnull=True)


def domiciles_held() -> QuerySet[FamilyDomicile]:
    """Where each register is now."""
    return FamilyDomicile.objects.filter(until__isnull=True, superseded_at__isnull=True)


def sheets_of(registers: Iterable[int]) -> dict[int, Sheet]:
    """Several registers at once. Four queries."""
    keys = list(registers)
    found = FamilyRegister.objects.filter(pk__in=keys)
    domiciles = {row.register_id: row for row in domiciles_held().filter(register__in=keys)}
    listed = listed_in(keys)
    return {
        register.pk: Sheet(
            key=register.pk,
            domicile=domiciles[register.pk].as_domicile(register.ward_id),
            first=listed[register.pk][0].block.name if listed[register.pk] else "",
            listed=tuple(listed[register.pk]),
            in_force=register.is_in_force,
        )
        for register in found
    }


def listed_in(keys: list[int]) -> dict[int, list[Listed]]:
    entries: dict[int | None, list[Kept]] = defaultdict(list)
    standing = FamilyEntry.objects.filter(member__register__in=keys, superseded_at__isnull=True)
    for entry in standing.order_by("position", "pk"):
        entries[entry.member_id].append(Kept(key=entry.pk, kind=entry.kind))
    listed: dict[int, list[Listed]] = defaultdict(list)
    rows = records_now().filter(member__register__in=keys).select_related("member")
    for row in rows.order_by("member__place"):
        listed[row.member.register_id].append(
            Listed(
                key=row.member_id,
                person=row.member.person_id,
                place=row.member.place,
                block=row.block,
                entries=tuple(entries[row.member_id]),
            )
        )
    return listed


def sheet_of(register: FamilyRegister) -> Sheet:
    return sheets_of([register.pk])[register.pk]


def domicile_at(town: Town, lot: str) -> Domicile:
    """A registered domicile in this city, as registers write it: city, ward, town, lot."""
    text = f"{settings.CITY['name']}{town.ward.name}{town.name}{town.hamlet}{lot}"
    return Domicile(text=text, ward=town.ward_id, town=town.pk, lot=lot)


def mayor_of(ward: Ward) -> str:
    """Who accepts notifications: the head of the ward (戸籍法第4条)."""
    return f"{settings.CITY['name']}{ward.name}長"


def membership(person_id: int) -> FamilyMember | None:
    """Where somebody is registered now."""
    return memberships([person_id]).get(person_id)


def memberships(people: Iterable[int]) -> dict[int, FamilyMember]:
    """The same of several, by their keys. One query."""
    rows = records_now().filter(person__in=list(people), entered_on__isnull=False, left_on__isnull=True)
    return {row.person_id: row.member for row in rows.select_related("member__register")}
