"""The parts of a paper about people on the resident register: one block a person, as certificate.typ draws it."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings

from ...models import Entry
from ...rules.certificates.individual_numbers import NumberIsMissing
from ...rules.certificates.items import LEFT_OUT, Row, day_words, rows_of
from ...rules.certificates.kinds import Option
from ...rules.countries import country_name
from ...rules.facts import Facts
from ..seeing import Seen, seen_entries
from .certifier import certifier
from .content import Content, Wanted, texts_of

TEMPLATE = "residents.certificate"
Block = dict[str, Any]
KEPT_BACK = (
    (Option.DOMICILE, "本籍", "domicile"),
    (Option.RELATIONSHIP, "続柄", "relationship"),
    (Option.RESIDENT_CODE, "住民票コード", "resident_code"),
    (Option.INDIVIDUAL_NUMBER, "個人番号", "individual_number"),
)


def blocks_of(wanted: Wanted, entries: list[Entry], *, head: str, says_left_out: bool = True) -> list[Block]:
    """One block for each of these records, as the actor may see them.

    Raises: NumberIsMissing where a number was asked for that a record has not.
    """
    return [
        block(record, wanted, head=head, says_left_out=says_left_out)
        for record in seen_entries(wanted.actor, entries, wanted.on)
    ]


def block(record: Seen, wanted: Wanted, *, head: str, says_left_out: bool) -> Block:
    facts = record.facts
    see_the_numbers(facts, wanted)
    rows = rows_of(
        facts,
        wanted.options,
        address=address_of(record),
        head=head,
        nationality=country_name(facts.nationality),
    )
    kept = [row for row in rows if says_left_out or row[1] != LEFT_OUT]
    return {"head": "氏名", "name": facts.name, "rows": [list(row) for row in kept]}


def see_the_numbers(facts: Facts, wanted: Wanted) -> None:
    numbers = (Option.RESIDENT_CODE, "resident_code"), (Option.INDIVIDUAL_NUMBER, "individual_number")
    if any(wanted.options.has(option) and not getattr(facts, item) for option, item in numbers):
        raise NumberIsMissing


def simple_block(record: Seen, rows: list[Row]) -> Block:
    return {"head": "氏名", "name": record.facts.name, "rows": [list(row) for row in rows]}


def address_of(record: Seen) -> str:
    """The address as it stands on a paper; empty where it may not be seen."""
    if record.town is None:
        return ""
    town, facts = record.town, record.facts
    building = f"　{facts.building}" if facts.building else ""
    return f"{settings.CITY['name']}{town.ward.name}{town.name}{town.hamlet}{facts.lot}{building}"


def paper(
    wanted: Wanted,
    printed: Iterable[Entry],
    blocks: list[Block],
    *,
    statement: str,
    notes: Iterable[str] = (),
    lead: Iterable[Row] = (),
    never: Iterable[str] = (),
) -> Content:
    """The whole paper: what the template is given, and what must be found on it."""
    printed = list(printed)
    data = {
        "title": wanted.kind.name,
        "lead": [list(row) for row in lead],
        "people": blocks,
        "notes": list(notes),
        "statement": statement,
        "day": day_words(wanted.on),
        "who": certifier(wanted, printed),
    }
    return Content(
        template=TEMPLATE,
        title=wanted.kind.name,
        data=data,
        people={entry.person_id: entry.pk for entry in printed},
        lines=tuple(lines_of(blocks)),
        never=tuple(never),
    )


def lines_of(blocks: Iterable[Block]) -> Iterable[str]:
    """What must be found whole, label and value together: nobody's day of birth beside another's name."""
    for each in blocks:
        yield each["head"] + each["name"]
        yield from (label + value for label, value in each["rows"])


def never_of(entries: Iterable[Entry], wanted: Wanted, blocks: list[Block]) -> Iterable[str]:
    """What must not be found: items that nobody asked for, and members of the household who were not chosen."""
    told = "\n".join(texts_of(blocks))
    for entry in entries:
        for option, label, item in KEPT_BACK:
            value = getattr(entry, item)
            if value and not wanted.options.has(option):
                yield label + value
        if entry.name not in told:
            yield entry.name
