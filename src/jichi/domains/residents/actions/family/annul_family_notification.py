"""Annul what a notification wrote (記載の消除): a marriage that was never valid, an adoption without consent."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.clock.reading import now
from jichi.kernel.ledger.lock import lock

from ...models import FamilyEntry, FamilyMember, FamilyNotification, FamilyRegister, MemberRecord
from ...permissions import May
from ...queries.family_sheets import records_now
from ...rules.family.plan import Item
from ...states import FAMILY_NOTIFICATION, FAMILY_REGISTER
from ..holding import hold_people
from ..writing import Intake, enter
from .apply_plan import Desk, close, entered, listed_now
from .blocks import refold
from .refusals import LaterEntriesStand, ReasonIsMissing
from .ties import undo_ties
from .tracing import traced


@dataclass(frozen=True, kw_only=True)
class Annulment:
    """The judgment or leave by which the entries fall."""

    court: str
    court_on: date
    why: str


@action(needs=May.KEEP_FAMILY_REGISTER, within="notification", basis="戸籍法第116条")
def annul_family_notification(
    *, actor: Actor, notification: FamilyNotification, annulment: Annulment, on: date
) -> FamilyNotification:
    """Take the entries of a notification out of all registers: everybody is again where they were, and the register says
    that and why an entry was struck out.

    Law: 戸籍法第114条, 第116条.
    Ledger: residents.register.kept
    Raises: WrongStep; ReasonIsMissing; LaterEntriesStand.
    """
    notification = lock(FamilyNotification.objects.filter(pk=notification.pk)).get()
    notification.step = FAMILY_NOTIFICATION.after(notification.step, "annul")
    if not annulment.why.strip():
        raise ReasonIsMissing(fields={"why": _("理由を書いてください。")})
    fallen = list(notification.entries.filter(superseded_at__isnull=True))
    registers = held({entry.register_id for entry in fallen})
    members = concerned(fallen)
    refuse_when_more_was_written(notification, members)
    desk = Desk(notification=None, on=on, at=now())
    FamilyEntry.objects.filter(pk__in=[entry.pk for entry in fallen]).update(superseded_at=desk.at)
    for member in members:
        refold(member, [], at=desk.at, without={entry.pk for entry in fallen})
    say_so(desk, fallen, notification, annulment)
    undo_ties(notification, desk.at)
    set_right(desk, registers)
    notification.reason = annulment.why.strip()
    notification.save()
    void_movement(notification, on)
    about = {
        "notification": notification.number,
        "why": annulment.why,
        "court_on": annulment.court_on,
        "entries": len(fallen),
    }
    traced(ward=notification.ward_id, verb="annul_family_notification", about=about)
    return notification


def held(keys: set[int]) -> list[FamilyRegister]:
    """The people of these registers first, then the registers: the order of every act on them."""
    hold_people(FamilyMember.objects.filter(register__in=keys).values_list("person", flat=True))
    return list(lock(FamilyRegister.objects.filter(pk__in=keys).order_by("pk")))


def concerned(fallen: Iterable[FamilyEntry]) -> list[FamilyMember]:
    """The newest places first: who goes back into a register is out of the later one by then."""
    rows = MemberRecord.objects.filter(entry__in=[entry.pk for entry in fallen], superseded_at__isnull=True)
    return list(FamilyMember.objects.filter(pk__in=rows.values("member")).order_by("-pk"))


def refuse_when_more_was_written(notification: FamilyNotification, members: list[FamilyMember]) -> None:
    """Later entries of the same people rest on these: they fall first."""
    people = [member.person_id for member in members]
    later = FamilyEntry.objects.filter(
        member__person__in=people,
        superseded_at__isnull=True,
        notification__decided_at__gt=notification.decided_at,
    )
    if later.exclude(notification=notification).exists():
        raise LaterEntriesStand


def say_so(
    desk: Desk, fallen: list[FamilyEntry], notification: FamilyNotification, annulment: Annulment
) -> None:
    """In the register where somebody still is, that an entry was struck out and by which judgment."""
    said = [
        Item(code="annulled_on", day=desk.on),
        Item(code="annulled_what", text=f"{notification.what.name.removesuffix('届')}の記録"),
        Item(code="annulled_why", text=annulment.why.strip()),
        Item(code="court", text=annulment.court),
        Item(code="court_on", day=annulment.court_on),
    ]
    told = [entry for entry in fallen if entry.member_id and entry.carried_from_id is None]
    standing = set(
        records_now().filter(member__in=[e.member_id for e in told]).values_list("member", flat=True)
    )
    for entry in told:
        if entry.member_id in standing:
            entered(desk, entry.register, entry.member, "annulled", said, happened_on=desk.on)


def set_right(desk: Desk, registers: list[FamilyRegister]) -> None:
    """A register that was emptied by what falls is in force again; one in which nobody ever was is removed."""
    for register in registers:
        if listed_now(register) and not register.is_in_force:
            reopen(desk, register)
        elif not listed_now(register) and register.is_in_force:
            close(register, on=desk.on, why="annulled")


def reopen(desk: Desk, register: FamilyRegister) -> None:
    register.step = FAMILY_REGISTER.after(register.step, "reopen")
    register.closed_on, register.closed_why = None, ""
    register.save()
    entered(desk, register, None, "reopened", [Item(code="reopened_on", day=desk.on)], happened_on=desk.on)


def void_movement(notification: FamilyNotification, on: date) -> None:
    """What the resident register followed in, it takes back."""
    if movement := notification.movement:
        intake = Intake(
            kind="voided", happened_on=on, ward=movement.ward, voids=movement, note=notification.number
        )
        enter(intake, [], verb="follow_family_register", basis="住民基本台帳法施行令第12条")
