"""A few family registers for tests, made and changed by their own verbs."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from tests.town import Town as SmallTown

from jichi.domains.residents.actions.family.accept_family_notification import accept_family_notification
from jichi.domains.residents.actions.family.family_intake import FamilyIntake, Named
from jichi.domains.residents.actions.family.make_family_register import (
    OldEntry,
    OldMember,
    OldRegister,
    make_family_register,
)
from jichi.domains.residents.actions.family.receive_family_notification import receive_family_notification
from jichi.domains.residents.models import (
    FamilyEntry,
    FamilyMember,
    FamilyNotification,
    FamilyRegister,
    MemberRecord,
    Person,
)
from jichi.domains.residents.queries.family import family_register_of
from jichi.domains.residents.queries.family_sheets import domicile_at, records_now
from jichi.domains.residents.rules.family.blocks import Block
from jichi.domains.residents.rules.family.plan import Item
from jichi.domains.residents.rules.family.words import Role
from jichi.domains.residents.rules.words import Sex
from jichi.kernel.places.models import Ward

from .small_register import REGISTRY, town_in

MADE = date(2000, 4, 1)
DAY = date(2012, 7, 9)
WITNESSES = (
    Named(role=Role.WITNESS, name="証人　一郎", birth=date(1950, 1, 1)),
    Named(role=Role.WITNESS, name="証人　二郎", birth=date(1951, 1, 1)),
)


def block(name: str, sex: str, born: date, **more: Any) -> Block:
    return Block(name=name, sex=Sex(sex), birth=born, **more)


def old(told: Block, person: Person | None = None) -> OldMember:
    """With the entry of their birth, as every member has one."""
    birth = told.birth or MADE
    items = [Item(code="born_on", day=birth), Item(code="born_at", text="川崎市川崎区")]
    return OldMember(
        block=told, person=person, entries=[OldEntry(kind="birth", happened_on=birth, items=items)]
    )


def family(
    place: SmallTown,
    *blocks: Block,
    ward: Ward | None = None,
    lot: str = "1番",
    people: dict[str, Person] | None = None,
) -> FamilyRegister:
    """A register of these people, the first of them first."""
    domicile = domicile_at(town_in(ward or place.ward), lot)
    members = [old(each, (people or {}).get(each.name)) for each in blocks]
    items = [
        Item(code="remade_on", day=MADE),
        Item(code="remade_why", text="平成6年法務省令第51号附則第2条第1項による改製"),
    ]
    made = OldRegister(domicile=domicile, members=members, why="remade", made_on=MADE, items=items)
    return make_family_register(actor=REGISTRY, old=made, on=MADE)


def couple(surname: str = "見本", *, man: str = "一男", woman: str = "和子") -> tuple[Block, Block]:
    return (
        block(f"{surname}　{man}", "1", date(1955, 1, 1), spouse="夫"),
        block(f"{surname}　{woman}", "2", date(1957, 1, 1), spouse="妻"),
    )


def child(
    name: str, sex: str, born: date, *, father: str = "", mother: str = "", relation: str = ""
) -> Block:
    return block(name, sex, born, father=father, mother=mother, relation=relation)


def parents_and(
    place: SmallTown, surname: str, given: str, sex: str, born: date, **more: Any
) -> FamilyMember:
    """A couple with one grown child; the child's place in their register."""
    man, woman = couple(surname)
    its = child(
        f"{surname}　{given}",
        sex,
        born,
        father=man.name.replace("　", ""),
        mother=woman.name.replace("　", ""),
        relation="長男" if sex == "1" else "長女",
    )
    register = family(place, man, woman, its, **more)
    return register.members.get(place=3)


def now_of(member: FamilyMember) -> MemberRecord:
    return records_now().select_related("member__register").get(member=member)


def named(member: FamilyMember, role: Role, **more: Any) -> Named:
    """As the form names a member."""
    held = now_of(member)
    return Named(role=role, name=held.name, birth=held.birth, sex=held.sex, **{"appeared": True, **more})


def handed_in(
    city: SmallTown, /, kind: str, *parties: Named, on: date = DAY, **more: Any
) -> FamilyNotification:
    ward = more.pop("ward", None) or city.ward
    intake = FamilyIntake(
        kind=kind, ward=ward, notified_by=more.pop("notified_by", "届出人"), parties=parties, **more
    )
    return receive_family_notification(actor=REGISTRY, intake=intake, on=on)


def accepted(
    city: SmallTown, /, kind: str, *parties: Named, on: date = DAY, **more: Any
) -> FamilyNotification:
    notification = handed_in(city, kind, *parties, on=on, **more)
    return accept_family_notification(actor=REGISTRY, notification=notification, on=on)


def married(
    city: SmallTown, /, man: FamilyMember, woman: FamilyMember, *, on: date = DAY, **more: Any
) -> FamilyNotification:
    said = {"choice": "husbands_name", "new_town": town_in(city.ward), "new_lot": "5番", **more}
    return accepted(
        city, "marriage", named(man, Role.HUSBAND), named(woman, Role.WIFE), *WITNESSES, on=on, **said
    )


def register_now(member: FamilyMember, on: date = DAY) -> FamilyRegister:
    found = family_register_of(member.person, on)
    assert found is not None
    return found


def place_now(member: FamilyMember, on: date = DAY) -> FamilyMember:
    return register_now(member, on).members.get(person=member.person)


def entries(member: FamilyMember) -> QuerySet[FamilyEntry]:
    return member.entries.filter(superseded_at__isnull=True).order_by("position")


def headings(member: FamilyMember) -> list[str]:
    return [entry.get_kind_display() for entry in entries(member)]


def lines(entry: FamilyEntry) -> dict[str, str]:
    return {item.code: item.text or str(item.day) for item in entry.items.all()}
