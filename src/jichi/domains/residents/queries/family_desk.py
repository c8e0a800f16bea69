"""What the family desk reads: finding registers, notifications of a ward, standing requests. Each begins with the gate."""

from uuid import UUID

from django.db.models import Q, QuerySet

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.policy import holding, may
from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.places.models import Town, Ward

from ..models import (
    FamilyDomicile,
    FamilyEntry,
    FamilyMember,
    FamilyNotification,
    FamilyRegister,
    MemberRecord,
    NonAcceptance,
)
from ..permissions import May
from ..rules.name_folding import folded
from .family_sheets import domiciles_held, records_now
from .seeing import gate

MOST_FOUND = 50


def let_in(actor: Actor) -> None:
    """Raises: NotThere."""
    gate(actor, May.KEEP_FAMILY_REGISTER)


def wards_of(actor: Actor) -> QuerySet[Ward]:
    """The wards for which the actor takes notifications."""
    wards = {held.ward for held in holding(actor, May.KEEP_FAMILY_REGISTER)}
    rows = Ward.objects.all() if None in wards else Ward.objects.filter(pk__in=wards)
    return rows.order_by("code")


def register_with(actor: Actor, public_id: UUID) -> FamilyRegister:
    let_in(actor)
    if found := FamilyRegister.objects.select_related("ward").filter(public_id=public_id).first():
        return found
    raise NotThere


def member_with(actor: Actor, public_id: UUID) -> FamilyMember:
    let_in(actor)
    rows = FamilyMember.objects.select_related("register__ward", "person")
    if found := rows.filter(public_id=public_id).first():
        return found
    raise NotThere


def entry_with(actor: Actor, register: FamilyRegister, key: int) -> FamilyEntry:
    """Raises: NotThere, also for what is no longer believed, and for registers of other wards."""
    rows = FamilyEntry.objects.filter(register=register, superseded_at__isnull=True)
    found = rows.select_related("member", "register").prefetch_related("items").filter(pk=key).first()
    if found is None or not may(actor, May.KEEP_FAMILY_REGISTER, register.scope):
        raise NotThere
    return found


def found_registers(
    actor: Actor, *, town: Town | None, lot: str, first: str, name: str
) -> list[MemberRecord]:
    """Registers by domicile and first person, or by a member: the record of the first person of each. Two queries.

    All that is filled in must hold; former and wrongly written domiciles are found too.
    """
    let_in(actor)
    registers = FamilyRegister.objects.all()
    if town or lot:
        places = FamilyDomicile.objects.filter(**({"town": town} if town else {}), lot__startswith=lot)
        registers = registers.filter(pk__in=places.values("register"))
    if name:
        named = records_now().filter(name_key__startswith=folded(name))
        registers = registers.filter(pk__in=named.values("member__register"))
    rows = records_now().filter(member__place=1, member__register__in=registers)
    if first:
        rows = rows.filter(name_key__startswith=folded(first))
    rows = rows.select_related("member__register__ward").order_by("-member__register__made_on", "-pk")
    return list(rows[:MOST_FOUND])


def domiciles_now(registers: list[int]) -> dict[int, str]:
    rows = domiciles_held().filter(register__in=registers)
    return dict(rows.values_list("register", "text"))


def notifications_for(actor: Actor) -> QuerySet[FamilyNotification]:
    """Those handed in at the actor's wards, the newest first."""
    let_in(actor)
    rows = FamilyNotification.objects.filter(in_wards(actor))
    return rows.select_related("ward").order_by("-received_at", "-pk")


def notification_with(actor: Actor, number: str) -> FamilyNotification:
    """Raises: NotThere, also for those of other wards."""
    let_in(actor)
    serial = number.split("-")[1] if number.count("-") == 2 else ""
    if serial.isdigit():
        found = (
            FamilyNotification.objects.filter(in_wards(actor), pk=int(serial))
            .select_related("ward", "new_town__ward")
            .first()
        )
        if found and found.number == number:
            return found
    raise NotThere


def requests_for(actor: Actor) -> QuerySet[NonAcceptance]:
    """Standing requests not to accept: of the whole city, since a notification may be handed in at any office."""
    let_in(actor)
    rows = NonAcceptance.objects.filter(withdrawn_on__isnull=True).select_related("person", "ward")
    return rows.order_by("-filed_on", "-pk")


def request_with(actor: Actor, number: str) -> NonAcceptance:
    """Raises: NotThere, also for those of other wards."""
    let_in(actor)
    serial = number.split("-")[1] if number.count("-") == 2 else ""
    if serial.isdigit():
        found = NonAcceptance.objects.filter(
            in_wards(actor), pk=int(serial), withdrawn_on__isnull=True
        ).first()
        if found and found.number == number:
            return found
    raise NotThere


def names_now(people: list[int]) -> dict[int, str]:
    """The names by which people are in the family registers now."""
    rows = records_now().filter(member__person__in=people, left_on__isnull=True)
    return dict(rows.values_list("member__person", "name"))


def in_wards(actor: Actor) -> Q:
    wards = {held.ward for held in holding(actor, May.KEEP_FAMILY_REGISTER)}
    return ~Q(pk__in=[]) if None in wards else Q(ward__in=wards)
