"""The resident register follows a family notification ex officio (住民基本台帳法施行令第12条)."""

from collections.abc import Iterable, Mapping
from typing import Any

from jichi.kernel.places.models import Ward

from ...models import Entry, FamilyNotification, Movement, Person
from ...queries.family_sheets import records_now, sheets_of
from ...queries.register import record_now
from ...rules.family.case import Case
from ...rules.family.words import Role
from ...rules.words import JAPAN, SPACE, Standing
from ..writing import Change, Intake, enter
from .apply_plan import Desk

CHILD = "子"


def follow(
    notification: FamilyNotification, case: Case, desk: Desk, people: Mapping[Role, Person]
) -> Movement | None:
    """One movement for all whom the notification concerns and who live in the city; None where nobody does."""
    kind = notification.what
    if not kind.movement:
        return None
    changes, ward = changes_of(case, desk, people)
    if not changes or ward is None:
        return None
    intake = Intake(
        kind=kind.movement,
        happened_on=case.on,
        ward=ward,
        office=notification.office,
        notified_on=notification.received_on,
        notified_by=notification.notified_by,
        note=notification.number,
        is_demo=notification.is_demo,
    )
    return enter(intake, changes, verb="follow_family_register", basis="住民基本台帳法施行令第12条")


def changes_of(case: Case, desk: Desk, people: Mapping[Role, Person]) -> tuple[list[Change], Ward | None]:
    match case.kind.code:
        case "birth":
            return born(case, people)
        case "death" | "missing":
            return removed(people[Role.SUBJECT])
    return renamed(desk, people)


def born(case: Case, people: Mapping[Role, Person]) -> tuple[list[Change], Ward | None]:
    """Into the household of the mother, else of the father, if they live in the city."""
    for role in (Role.MOTHER, Role.FATHER):
        lives = living(people.get(role))
        if lives and lives.town:
            items = newborn(case, people[Role.CHILD], lives)
            return [Change(person=people[Role.CHILD], items=items)], lives.town.ward
    return [], None


def newborn(case: Case, child: Person, parent: Entry) -> dict[str, Any]:
    row = records_now().select_related("member__register").get(member__person=child)
    told = case.party(Role.CHILD)
    kana = told_kana(told.kana if told else "", parent.kana)
    return {
        "name": row.name,
        "kana": kana,
        "birth": case.on,
        "sex": row.sex,
        "household": parent.household_id,
        "relationship": CHILD,
        "town": parent.town_id,
        "lot": parent.lot,
        "building": parent.building,
        "address_since": case.on,
        "resident_since": case.on,
        "nationality": JAPAN,
        **domicile_items(row.member.register_id),
    }


def told_kana(given: str, parents: str) -> str:
    """With the parent's surname, where the form tells the child's own name only."""
    if not given or SPACE in given:
        return given
    return f"{parents.partition(SPACE)[0]}{SPACE}{given}"


def removed(person: Person) -> tuple[list[Change], Ward | None]:
    lives = living(person)
    if lives is None or lives.town is None:
        return [], None
    return [Change(person=person, items={"standing": Standing.REMOVED})], lives.town.ward


def renamed(desk: Desk, people: Mapping[Role, Person]) -> tuple[list[Change], Ward | None]:
    """Name, domicile and first person as the family register now has them."""
    changes, ward = [], None
    for person in concerned(desk, people):
        lives = living(person)
        items = differing(person, lives) if lives else {}
        if items and lives and lives.town:
            changes.append(Change(person=person, items=items))
            ward = ward or lives.town.ward
    return changes, ward


def concerned(desk: Desk, people: Mapping[Role, Person]) -> Iterable[Person]:
    found = {person.pk: person for person in people.values()}
    found |= {member.person_id: member.person for member in desk.members.values()}
    return found.values()


def living(person: Person | None) -> Entry | None:
    """The record of somebody who is on the resident register."""
    held = record_now(person) if person else None
    return held if held and held.facts.is_current else None


def differing(person: Person, lives: Entry) -> dict[str, Any]:
    row = (
        records_now()
        .filter(member__person=person, entered_on__isnull=False, left_on__isnull=True)
        .select_related("member")
        .first()
    )
    if row is None:
        return {}
    wanted = {"name": row.name, "nationality": JAPAN, **domicile_items(row.member.register_id)}
    return {item: value for item, value in wanted.items() if getattr(lives, item) != value}


def domicile_items(register: int) -> dict[str, Any]:
    sheet = sheets_of([register])[register]
    return {"domicile": sheet.domicile.text, "domicile_first": sheet.first}
