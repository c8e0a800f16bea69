"""戸籍の附票の写し: of the person asked for, and of nobody else in the register.

Law: 住民基本台帳法 第17条, 第20条. The others' addresses are never printed along: one of them may be hidden from another.
"""

from ...rules.certificates.items import day_words
from ...rules.certificates.of_family import HISTORY_STATEMENT, NoFamilyRegister
from ..family import member_of
from ..family_addresses import Address, addresses_of
from ..family_sheets import mayor_of, records_now, sheet_of
from .content import Content, Wanted
from .reading import Reading, read_person

TEMPLATE = "residents.certificate"


def read(wanted: Wanted) -> Reading:
    found = read_person(wanted.person, wanted.on)
    return Reading(own=found.own, members=found.members, others=frozenset({wanted.person.pk}))


def content(wanted: Wanted, reading: Reading) -> Content:
    """Raises: NoFamilyRegister."""
    member = member_of(wanted.person, wanted.on)
    if member is None:
        raise NoFamilyRegister
    sheet = sheet_of(member.register)
    block = records_now().get(member=member).block
    rows = rows_of(addresses_of(wanted.person, since=block.entered_on or wanted.on))
    lead = [["本籍", sheet.domicile.text], ["筆頭者", sheet.first]]
    return Content(
        template=TEMPLATE,
        title=wanted.kind.name,
        data={
            "title": wanted.kind.name,
            "lead": lead,
            "people": [{"head": "氏名", "name": block.name, "rows": rows}],
            "notes": [],
            "statement": HISTORY_STATEMENT,
            "day": day_words(wanted.on),
            "who": mayor_of(member.register.ward),
        },
        people={wanted.person.pk: reading.own.pk if reading.own else None},
        lines=(
            *(label + value for label, value in lead),
            *(label + value for label, value in rows),
            block.name,
        ),
    )


def rows_of(addresses: list[Address]) -> list[list[str]]:
    """Address and day together, the oldest first."""
    found = []
    for address in addresses:
        found += [["住所", address.text], ["住所を定めた年月日", day_words(address.since)]]
    return found
