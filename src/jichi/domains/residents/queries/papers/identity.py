"""身分証明書: that no notice of certain kinds is held about a person by the ward of their registered domicile.

It is made only where the family register is in this city, and only where nothing is held: no paper says less than what is
known, and no paper says what is known.
"""

from jichi.kernel.law.book import NotInForce, NotKnown
from jichi.kernel.law.shelf import law

from ...rules.certificates.items import day_words
from ...rules.certificates.of_family import NoFamilyRegister
from ...rules.civil_notices import IDENTITY_STATEMENTS, STATEMENTS, MustBeSeen, NothingToSay
from ..civil_notices import is_clear
from ..family import member_of
from ..family_sheets import mayor_of, records_now, sheet_of
from .content import Content, Wanted
from .reading import Reading, read_person

TEMPLATE = "residents.identity"
LEAD = "上記の者について、次のことを証明する。"


def read(wanted: Wanted) -> Reading:
    """Whoever enters a notice holds the person first: it comes before the paper, or after."""
    found = read_person(wanted.person, wanted.on)
    return Reading(own=found.own, members=found.members, others=frozenset({wanted.person.pk}))


def content(wanted: Wanted, reading: Reading) -> Content:
    """Raises: NoFamilyRegister; MustBeSeen; NothingToSay."""
    member = member_of(wanted.person, wanted.on)
    if member is None:
        raise NoFamilyRegister
    if not is_clear(wanted.person):
        raise MustBeSeen(ward=member.register.ward.name)
    block, sheet = records_now().get(member=member).block, sheet_of(member.register)
    rows = [
        ["本籍", sheet.domicile.text],
        ["筆頭者", sheet.first],
        ["氏名", block.name],
        ["生年月日", day_words(block.birth)],
    ]
    return Content(
        template=TEMPLATE,
        title=wanted.kind.name,
        data={
            "title": wanted.kind.name,
            "rows": rows,
            "lead": LEAD,
            "statements": statements_on(wanted),
            "day": day_words(wanted.on),
            "who": mayor_of(member.register.ward),
        },
        people={wanted.person.pk: reading.own.pk if reading.own else None},
        lines=tuple(label + value for label, value in rows),
    )


def statements_on(wanted: Wanted) -> list[str]:
    """Numbered, as the law of the day lists them. Raises: NothingToSay."""
    try:
        codes = law.at(wanted.on, IDENTITY_STATEMENTS).value
    except (NotInForce, NotKnown):
        raise NothingToSay from None
    return [f"{place}　{STATEMENTS[code]}" for place, code in enumerate(codes, start=1)]
