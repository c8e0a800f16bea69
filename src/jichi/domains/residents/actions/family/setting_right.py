"""What every correction of a register's own words does: hold, say it in an entry, set right what stood, let the resident
register follow. Called inside an action only."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from jichi.kernel.ledger.lock import lock

from ...models import FamilyEntry, FamilyMember, FamilyRegister, MemberRecord, Movement, Person
from ...rules.family.correcting import Authority, entry_lines
from ..holding import hold_people
from ..writing import Change, Intake, enter
from .apply_plan import Desk, entered
from .blocks import refold
from .follow_in_resident_register import differing, living
from .refusals import AuthorityIsMissing

MISSING = {
    "why": _("訂正の理由を書いてください。"),
    "source": _("誤りを示す書類、または許可・裁判をした役所や裁判所の名前を書いてください。"),
    "decided_on": _("許可の日・裁判が確定した日を書いてください。"),
    "applied_on": _("申請の日を書いてください。"),
    "applied_by": _("申請人を書いてください。"),
}
Wrote = Mapping[str, Any]


def held(register: FamilyRegister) -> FamilyRegister:
    """The people of the register first, then the register: the order of every act on it."""
    hold_people(register.members.values_list("person", flat=True))
    return lock(FamilyRegister.objects.filter(pk=register.pk)).get()


def refuse_without(authority: Authority) -> None:
    """Raises: AuthorityIsMissing, at each field that the ground asks for."""
    if missing := authority.missing:
        raise AuthorityIsMissing(fields={name: str(MISSING[name]) for name in missing})


def say_what_stood(
    register: FamilyRegister,
    member: FamilyMember | None,
    authority: Authority,
    stood: Iterable[tuple[str, str]],
    *,
    on: date,
    at: datetime,
) -> FamilyEntry:
    """The entry 訂正, of a member or of the register itself."""
    desk = Desk(notification=None, on=on, at=at, is_demo=register.is_demo)
    return entered(desk, register, member, "corrected", entry_lines(authority, stood, on=on), happened_on=on)


def set_right(member: FamilyMember, right: Callable[[Wrote], Wrote], *, at: datetime) -> None:
    """Every entry that wrote it wrong wrote it right all along: the register of any past day says so from now on, and
    what was believed until now stays readable."""
    told = []
    for row in believed(member):
        block = row.block
        if fixed := right({name: getattr(block, name) for name in row.written.split()}):
            told.append((row.entry, fixed))
    refold(member, told, at=at)


def believed(member: FamilyMember) -> Iterable[MemberRecord]:
    return MemberRecord.objects.filter(member=member, superseded_at__isnull=True).select_related("entry")


def follow_correction(
    register: FamilyRegister, items: Mapping[Person, Mapping[str, Any]], *, on: date
) -> Movement | None:
    """The resident register has it right too, of those who live in the city; None where nobody does.

    Law: 住民基本台帳法施行令第12条.
    """
    lives = {person: record for person in items if (record := living(person)) and record.town}
    changes = [Change(person=person, items=items[person]) for person in lives if items[person]]
    if not changes:
        return None
    town = lives[changes[0].person].town
    intake = Intake(
        kind="error_corrected",
        happened_on=on,
        ward=town.ward,  # type: ignore[union-attr]
        note=register.number,
        is_demo=register.is_demo,
    )
    return enter(intake, changes, verb="follow_family_register", basis="住民基本台帳法施行令第12条")


def as_registered(person: Person, names: Iterable[str]) -> dict[str, Any]:
    """Of these items, what the family register now says and the resident register does not yet."""
    lives = living(person)
    return {name: value for name, value in differing(person, lives).items() if name in names} if lives else {}
