"""戸籍の全部・個人・一部事項証明書, of registers in force and of removed ones: the computerised layout.

Law: 戸籍法 第10条, 第12条の2, 第120条.
"""

from collections.abc import Iterable
from typing import Any

from django.conf import settings

from ...models import FamilyRegister
from ...rules.certificates.items import day_words
from ...rules.certificates.of_family import (
    OF_REMOVED,
    STATEMENTS,
    TITLES,
    WHOLE,
    NoFamilyRegister,
    NoRemovedRegister,
    NoSuchEntry,
)
from ..family import family_register_of, registers_ever
from ..family_papers import PrintedMember, PrintedRegister, printed_register
from ..family_text import Line, PrintedEntry
from .content import Content, Wanted
from .reading import Reading

TEMPLATE = "residents.family_register"


def read(wanted: Wanted) -> Reading:
    """All who are or were in the register are held: nobody enters or leaves it while it is printed."""
    register = asked_register(wanted)
    people = register.members.values_list("person", flat=True) if register else [wanted.person.pk]
    return Reading(own=None, members=(), others=frozenset({wanted.person.pk, *people}))


def asked_register(wanted: Wanted) -> FamilyRegister | None:
    """The one that was named by number, if the person is or was in it; else the present one, or the newest removed one."""
    removed = wanted.kind.code in OF_REMOVED
    if wanted.act:
        number = wanted.act.partition("/")[0]
        return next((each for each in registers_ever(wanted.person) if each.number == number), None)
    if not removed:
        return family_register_of(wanted.person, wanted.on)
    return registers_ever(wanted.person).exclude(step="in_force").first()


def content(wanted: Wanted, reading: Reading) -> Content:
    """Raises: NoFamilyRegister; NoRemovedRegister; NoSuchEntry."""
    register = asked_register(wanted)
    if register is None or register.is_in_force is (wanted.kind.code in OF_REMOVED):
        raise NoRemovedRegister if wanted.kind.code in OF_REMOVED else NoFamilyRegister
    whole = printed_register(register)
    told = chosen(whole, wanted)
    data = data_of(whole, told, wanted)
    return Content(
        template=TEMPLATE,
        title=wanted.kind.name,
        data=data,
        people={each.member.person_id: None for each in told},
        lines=tuple(lines_of(data)),
        never=tuple(never_of(whole, told)),
    )


def chosen(whole: PrintedRegister, wanted: Wanted) -> list[PrintedMember]:
    if wanted.kind.code in WHOLE:
        return list(whole.members)
    own = [each for each in whole.members if each.member.person_id == wanted.person.pk]
    if wanted.kind.code != "family_entry_items":
        return own
    return [with_one_entry(each, wanted) for each in own]


def with_one_entry(member: PrintedMember, wanted: Wanted) -> PrintedMember:
    """The entry at the place that was named behind the register's number (`26-0001-9/3`)."""
    place = wanted.act.partition("/")[2]
    if not place.isdigit() or not 1 <= int(place) <= len(member.entries):
        raise NoSuchEntry
    return PrintedMember(
        member=member.member,
        block=member.block,
        lines=member.lines,
        entries=(member.entries[int(place) - 1],),
    )


def data_of(whole: PrintedRegister, told: Iterable[PrintedMember], wanted: Wanted) -> dict[str, Any]:
    return {
        "title": TITLES[wanted.kind.code],
        "mark": "" if whole.register.is_in_force else str(whole.register.get_step_display()),
        "register": [["本籍", whole.domicile], ["氏名", whole.first]],
        "about": [entry_data(entry) for entry in whole.entries],
        "members": [member_data(member) for member in told],
        "statement": STATEMENTS[wanted.kind.code],
        "day": day_words(wanted.on),
        "who": mayor(whole.register),
    }


def mayor(register: FamilyRegister) -> str:
    """The head of the ward that keeps the register, whoever hands the paper out."""
    return f"{settings.CITY['name']}{register.ward.name}長"


def member_data(member: PrintedMember) -> dict[str, Any]:
    return {
        "removed": member.removed,
        "lines": pairs(member.lines),
        "entries": [entry_data(entry) for entry in member.entries],
    }


def entry_data(entry: PrintedEntry) -> dict[str, Any]:
    return {"head": entry.heading, "lines": pairs(entry.lines)}


def pairs(lines: Iterable[Line]) -> list[list[str]]:
    return [[f"【{line.label}】", line.text] for line in lines]


def lines_of(data: dict[str, Any]) -> Iterable[str]:
    """What must be found whole: domicile, first person, and each label with its value."""
    yield from (label + value for label, value in data["register"])
    for part in [*data["about"], *data["members"], *(e for m in data["members"] for e in m["entries"])]:
        yield from (label + value for label, value in part["lines"])


def never_of(whole: PrintedRegister, told: list[PrintedMember]) -> Iterable[str]:
    """Of members who were not asked for, neither name nor birth may be found together."""
    printed = {each.member.pk for each in told}
    for each in whole.members:
        if each.member.pk not in printed:
            yield f"【名】{each.block.given_name}【生年月日】{birth_of(each)}"


def birth_of(member: PrintedMember) -> str:
    return next((line.text for line in member.lines if line.label == "生年月日"), "")
