"""住民票の除票の写し: the record of somebody who moved out, died or was struck off, and by what it ended."""

from datetime import timedelta

from ...rules.certificates.items import day_words
from ...rules.certificates.kinds import Option
from .blocks import blocks_of, never_of, paper
from .content import Content, Wanted
from .reading import Reading, read_household

STATEMENT = "この写しは、住民票の除票の原本と相違ないことを証明する。"


def content(wanted: Wanted, reading: Reading) -> Content:
    own = reading.own
    assert own
    blocks = blocks_of(wanted, [own], head=last_head(wanted, reading))
    rows = [["消除の事由", own.movement.what.name], ["消除の原因の日", day_words(own.movement.happened_on)]]
    blocks[0]["rows"] += rows
    return paper(wanted, [own], blocks, statement=STATEMENT, never=never_of([own], wanted, blocks))


def last_head(wanted: Wanted, reading: Reading) -> str:
    """Who headed the household on the day before the record ended; asked only when it is to be printed."""
    if not wanted.options.has(Option.RELATIONSHIP) or reading.own is None:
        return ""
    return read_household(wanted.person, reading.own.since - timedelta(days=1)).head
