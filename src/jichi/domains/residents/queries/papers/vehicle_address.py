"""軽自動車用の住所証明書: name and address, for the registration of a light vehicle."""

from ...rules.certificates.items import birth_words
from ..seeing import seen_entries
from .blocks import address_of, never_of, paper, simple_block
from .content import Content, Wanted
from .reading import Reading

STATEMENT = "上記の住所は、住民票に記載されていることを証明する。"
NOTE = "軽自動車の届出に限って使うことができます。"


def content(wanted: Wanted, reading: Reading) -> Content:
    assert reading.own
    (record,) = seen_entries(wanted.actor, [reading.own], wanted.on)
    rows = [("生年月日", birth_words(record.facts)), ("住所", address_of(record))]
    blocks = [simple_block(record, rows)]
    return paper(
        wanted,
        [reading.own],
        blocks,
        statement=STATEMENT,
        notes=(NOTE,),
        never=never_of([reading.own], wanted, blocks),
    )
