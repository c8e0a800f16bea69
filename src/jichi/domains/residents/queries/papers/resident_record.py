"""住民票の写し: the record of a household, or of those of its members who were chosen."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings

from ...models import Entry
from ...rules.certificates.items import day_words, rows_of
from ...rules.certificates.kinds import Option
from ...rules.facts import Facts
from ..register import members_on, record_on
from ..seeing import Seen, seen
from .content import Content, Wanted, texts_of

TEMPLATE = "residents.certificate"
STATEMENT = "この写しは、住民票の原本と相違ないことを証明する。"


def people(wanted: Wanted) -> set[int]:
    """Who is locked while the paper is made: everybody of the household, for its head is named on it."""
    return {wanted.person.pk, *(entry.person_id for entry in household(wanted))}


def content(wanted: Wanted) -> Content:
    entries = household(wanted)
    printed = [entry for entry in entries if chosen(entry, wanted)]
    head = next((entry.facts.name for entry in entries if entry.facts.is_head), "")
    records = [(entry, seen(wanted.actor, entry.person, wanted.on)) for entry in printed]
    blocks = [block(record, wanted, head=head) for _, record in records]
    whole = len(printed) == len(entries)
    return Content(
        template=TEMPLATE,
        title=wanted.kind.name,
        data=paper(wanted, blocks, statement=STATEMENT, notes=[] if whole else ["世帯の一部の写し"]),
        people={entry.person_id: entry.pk for entry, _ in records},
        lines=tuple(lines_of(blocks)),
        never=tuple(never_of(entries, wanted, blocks)),
    )


def household(wanted: Wanted) -> list[Entry]:
    """The members on the day, the head first; a person without a household stands alone."""
    own = record_on(wanted.person, wanted.on)
    if own is None:
        return []
    if own.household is None or not own.facts.is_current:
        return [own]
    return sorted(
        members_on(own.household, wanted.on), key=lambda entry: (not entry.facts.is_head, entry.person_id)
    )


def chosen(entry: Entry, wanted: Wanted) -> bool:
    options = wanted.options
    return options.whole or entry.person_id in (options.members or (wanted.person.pk,))


def block(record: Seen, wanted: Wanted, *, head: str) -> dict[str, Any]:
    """One person on the paper."""
    facts = record.facts
    rows = rows_of(
        facts, wanted.options, address=address_of(record), head=head, nationality=facts.nationality
    )
    return {"head": "氏名", "name": facts.name, "rows": [list(row) for row in rows]}


def address_of(record: Seen) -> str:
    """The address as it stands on a paper; empty where it may not be seen."""
    if record.town is None:
        return ""
    town = record.town
    return f"{settings.CITY['name']}{town.ward.name}{town.name}{town.hamlet}{record.facts.lot}{spaced(record.facts)}"


def spaced(facts: Facts) -> str:
    return f"　{facts.building}" if facts.building else ""


def paper(
    wanted: Wanted, blocks: list[dict[str, Any]], *, statement: str, notes: list[str]
) -> dict[str, Any]:
    """The whole of what the template is given."""
    return {
        "title": wanted.kind.name,
        "lead": [],
        "people": blocks,
        "notes": notes,
        "statement": statement,
        "day": day_words(wanted.on),
        "who": f"{settings.CITY['name']}{wanted.ward.name}長",
    }


def lines_of(blocks: Iterable[dict[str, Any]]) -> Iterable[str]:
    """What must be found whole, label and value together: nobody's day of birth beside another's name."""
    for each in blocks:
        yield each["head"] + each["name"]
        yield from (label + value for label, value in each["rows"])


def never_of(entries: Iterable[Entry], wanted: Wanted, blocks: list[dict[str, Any]]) -> Iterable[str]:
    """What must not be found: items that nobody asked for, and members of the household who were not chosen."""
    told = "\n".join(texts_of(blocks))
    for entry in entries:
        facts = entry.facts
        yield from (
            label + value
            for option, label, value in kept_back(facts)
            if value and not wanted.options.has(option)
        )
        if facts.name not in told:
            yield facts.name


def kept_back(facts: Facts) -> tuple[tuple[Option, str, str], ...]:
    return (
        (Option.DOMICILE, "本籍", facts.domicile),
        (Option.RELATIONSHIP, "続柄", facts.relationship),
        (Option.RESIDENT_CODE, "住民票コード", facts.resident_code),
        (Option.INDIVIDUAL_NUMBER, "個人番号", facts.individual_number),
    )
