"""転出証明書: for those of a household who have notified a move out, with all that the next city needs."""

from ...models import Entry
from ...rules.certificates.items import SEXES, Row, birth_words, day_words
from ...rules.certificates.leaving import NobodyIsLeaving
from ...rules.words import Standing
from ..seeing import Seen, seen_entries
from .blocks import address_of, paper, simple_block
from .content import Content, Wanted
from .reading import Reading

STATEMENT = "上記のとおり転出の届出があったことを証明する。"


def content(wanted: Wanted, reading: Reading) -> Content:
    """Raises: NobodyIsLeaving."""
    leaving = [
        entry for entry in reading.members if entry.standing == Standing.LEAVING and chosen(entry, wanted)
    ]
    if wanted.person.pk not in {entry.person_id for entry in leaving}:
        raise NobodyIsLeaving
    records = seen_entries(wanted.actor, leaving, wanted.on)
    blocks = [
        simple_block(record, rows_of(record, entry, head=reading.head))
        for entry, record in zip(leaving, records, strict=True)
    ]
    staying = [entry for entry in reading.members if entry not in leaving and not entry.facts.is_head]
    return paper(
        wanted,
        leaving,
        blocks,
        statement=STATEMENT,
        never=[entry.name for entry in staying if entry.name not in names(leaving)],
    )


def names(entries: list[Entry]) -> set[str]:
    return {entry.name for entry in entries}


def chosen(entry: Entry, wanted: Wanted) -> bool:
    options = wanted.options
    return options.whole or entry.person_id in (options.members or (wanted.person.pk,))


def rows_of(record: Seen, entry: Entry, *, head: str) -> list[Row]:
    """What the next city takes over."""
    facts = record.facts
    rows = [
        ("生年月日", birth_words(facts)),
        ("性別", SEXES[facts.sex]),
        ("住所", address_of(record)),
        ("世帯主", head),
        ("続柄", facts.relationship),
        ("本籍", facts.domicile),
        ("筆頭者", facts.domicile_first),
        ("転出先", facts.going_to),
        ("転出の予定の日", day_words(entry.movement.happened_on)),
        ("住民票コード", facts.resident_code),
    ]
    return [row for row in rows if row[1]]
