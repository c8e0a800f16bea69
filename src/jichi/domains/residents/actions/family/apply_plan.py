"""Write a plan into the family registers: the one place where registers, members, entries and blocks are made.

Called inside an action only. Entries that are no longer believed are closed, never changed and never deleted.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Max

from jichi.kernel.actions.action import acting
from jichi.kernel.clock.reading import now
from jichi.kernel.ledger.lock import lock

from ...models import (
    FamilyDomicile,
    FamilyEntry,
    FamilyItem,
    FamilyMember,
    FamilyNotification,
    FamilyRegister,
    Person,
)
from ...queries.family_sheets import domiciles_held, records_now
from ...rules.family.case import Domicile
from ...rules.family.plan import Item, NewMember, NewSheet, Plan, Writing
from ...rules.family.words import Role
from ...states import FAMILY_REGISTER
from .blocks import refold


@dataclass
class Desk:
    """What is being written, while it is: registers and members by the keys of the plan."""

    notification: FamilyNotification | None
    on: date
    at: datetime
    is_demo: bool = False
    registers: dict[str, FamilyRegister] = field(default_factory=dict)
    members: dict[str, FamilyMember] = field(default_factory=dict)
    about_register: dict[str, FamilyEntry] = field(default_factory=dict)
    changes: dict[FamilyMember, list[tuple[FamilyEntry, Mapping[str, Any]]]] = field(default_factory=dict)


def write_plan(
    plan: Plan,
    *,
    notification: FamilyNotification | None,
    people: Mapping[Role, Person],
    on: date,
    is_demo: bool = False,
) -> Desk:
    """All of a plan. Registers that stand are held in the order of their keys, so that two acts never wait for each other."""
    desk = Desk(notification=notification, on=on, at=now(), is_demo=is_demo)
    hold_registers(desk, plan)
    for sheet in plan.sheets:
        make_register(desk, sheet)
    for member in plan.members:
        seat(desk, member, people)
    for writing in plan.writings:
        write(desk, writing)
    # As the plan has it: who leaves one register and enters another leaves first.
    for seated, told in desk.changes.items():
        refold(seated, told, at=desk.at)
    for key, domicile in plan.moved.items():
        move(desk, key, domicile)
    close_the_empty(desk)
    return desk


def hold_registers(desk: Desk, plan: Plan) -> None:
    keys = {writing.sheet for writing in plan.writings} | {member.sheet for member in plan.members}
    keys |= {sheet.follows for sheet in plan.sheets if sheet.follows}
    standing = sorted(int(key) for key in keys if key.isdigit())
    for register in lock(FamilyRegister.objects.filter(pk__in=standing).order_by("pk")):
        desk.registers[str(register.pk)] = register
    for member in FamilyMember.objects.filter(register__in=standing):
        desk.members[str(member.pk)] = member


def make_register(desk: Desk, sheet: NewSheet) -> None:
    register = FamilyRegister.objects.create(
        ward_id=sheet.domicile.ward,
        made_on=desk.on,
        made_why=sheet.why,
        follows=desk.registers.get(sheet.follows),
        is_demo=desk.is_demo,
    )
    desk.registers[sheet.key] = register
    settle(register, sheet.domicile, desk.on, None)


def settle(register: FamilyRegister, domicile: Domicile, on: date, entry: FamilyEntry | None) -> None:
    FamilyDomicile.objects.create(
        register=register, town_id=domicile.town, lot=domicile.lot, text=domicile.text, since=on, entry=entry
    )


def seat(desk: Desk, member: NewMember, people: Mapping[Role, Person]) -> None:
    """The next place of the register, with copies of the entries that still hold."""
    register = desk.registers[member.sheet]
    person = people[member.party] if member.party else Person.objects.get(pk=member.person or 0)
    last = register.members.aggregate(last=Max("place"))["last"] or 0
    seated = FamilyMember.objects.create(register=register, person=person, place=last + 1)
    desk.members[member.key] = seated
    kept = FamilyEntry.objects.filter(pk__in=member.carried).prefetch_related("items")
    for entry in kept.order_by("position", "pk"):
        items = [
            Item(code=item.code, day=item.day, text=item.text) for item in entry.items.order_by("position")
        ]
        entered(desk, register, seated, entry.kind, items, happened_on=entry.happened_on, carried_from=entry)


def write(desk: Desk, writing: Writing) -> None:
    register = desk.registers[writing.sheet]
    member = desk.members[writing.member] if writing.member else None
    if writing.kind:
        entry = entered(desk, register, member, writing.kind, writing.items, happened_on=desk.on)
    else:
        entry = desk.about_register[writing.sheet]
    if member is None:
        desk.about_register[writing.sheet] = entry
    elif writing.changes:
        desk.changes.setdefault(member, []).append((entry, writing.changes))


def entered(
    desk: Desk,
    register: FamilyRegister,
    member: FamilyMember | None,
    kind: str,
    items: Iterable[Item],
    *,
    happened_on: date,
    carried_from: FamilyEntry | None = None,
) -> FamilyEntry:
    """One entry with its lines, after all others of the register."""
    last = register.entries.aggregate(last=Max("position"))["last"] or 0
    act = acting()
    entry = FamilyEntry.objects.create(
        register=register,
        member=member,
        kind=kind,
        position=last + 1,
        notification=desk.notification,
        happened_on=happened_on,
        carried_from=carried_from,
        recorded_at=desk.at,
        recorded_by_id=act.actor.account_id,
        actor_title=act.actor.title,
    )
    write_items(entry, items)
    return entry


def write_items(entry: FamilyEntry, items: Iterable[Item]) -> None:
    FamilyItem.objects.bulk_create(
        FamilyItem(entry=entry, position=position, code=item.code, day=item.day, text=item.text)
        for position, item in enumerate(items, start=1)
    )


def move(desk: Desk, key: str, domicile: Domicile) -> None:
    """A transfer within the ward: the former domicile stays known with its days."""
    register = desk.registers[key]
    domiciles_held().filter(register=register).update(until=desk.on)
    settle(register, domicile, desk.on, desk.about_register.get(key))


def close_the_empty(desk: Desk) -> None:
    """Registers that nobody is in any more are removed registers (戸籍法第12条)."""
    for register in desk.registers.values():
        if register.is_in_force and not listed_now(register):
            last = desk.about_register.get(str(register.pk))
            why = "transfer" if last and last.kind == "transfer" else "emptied"
            if why == "emptied":
                entered(
                    desk, register, None, "closed", [Item(code="closed_on", day=desk.on)], happened_on=desk.on
                )
            close(register, on=desk.on, why=why)


def listed_now(register: FamilyRegister) -> bool:
    rows = records_now().filter(member__register=register, entered_on__isnull=False, left_on__isnull=True)
    return rows.exists()


def close(register: FamilyRegister, *, on: date, why: str, verb: str = "remove") -> None:
    register.step = FAMILY_REGISTER.after(register.step, verb)
    register.closed_on, register.closed_why = on, why
    register.save()
