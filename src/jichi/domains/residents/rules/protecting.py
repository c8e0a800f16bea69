"""What a protection lets each reader see, get or find. One rule for every screen, list, paper, file and answer. Pure.

Law: 住民基本台帳法 第11条から第12条の3まで、第20条 (who may see and get what); 住民基本台帳事務処理要領 第5-10.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from .channels import WITHOUT_OFFICER, Channel
from .facts import WHEREABOUTS

# Whether somebody still lives in the city is whereabouts too: a record that is about to leave must not say so.
HIDDEN = frozenset({*WHEREABOUTS, "standing"})


class Reader(StrEnum):
    """Who stands before the record.

    `OFFICER`: of the registry, in the ward responsible, with the right, after giving a reason. `CLERK`: any other of the
    registry. `MYSELF` and `JOINT`: whom the same case covers. `NAMED`: from whom they are protected.
    """

    MYSELF = "myself"
    JOINT = "joint"
    NAMED = "named"
    THIRD = "third"
    PROXY = "proxy"
    OFFICE = "office"
    CLERK = "clerk"
    OFFICER = "officer"


class Purpose(StrEnum):
    """`READ` a record, `FIND` by who somebody is, `FIND_BY_PLACE`, `ISSUE` a paper, `COUNT` for a statistic."""

    READ = "read"
    FIND = "find"
    FIND_BY_PLACE = "find_by_place"
    ISSUE = "issue"
    COUNT = "count"


@dataclass(frozen=True, kw_only=True)
class Block:
    """That a person is covered by a case. It holds from the moment of application until an act ends it.

    `is_overdue` says that the term has run out and nobody has decided. Such a case still blocks: forgetting must not
    uncover anybody.
    """

    case: int
    ward: str
    since: date
    is_overdue: bool = False
    named: int | None = None


@dataclass(frozen=True, kw_only=True)
class Sight:
    """What a reader may do. `hidden` are items of `Facts`; `to_officer` says that an officer has to take over."""

    hidden: frozenset[str] = field(default_factory=frozenset)
    allowed: bool = True
    to_officer: bool = False


OPEN = Sight()
MASKED = Sight(hidden=HIDDEN, allowed=True, to_officer=True)
REFUSED = Sight(hidden=HIDDEN, allowed=False, to_officer=True)
# For whom even the word that somebody is there would tell too much.
ABSENT = Sight(hidden=HIDDEN, allowed=False, to_officer=False)

ITSELF = frozenset({Reader.MYSELF, Reader.JOINT})


def sight(
    reader: Reader, purpose: Purpose, blocks: Iterable[Block], *, channel: Channel = Channel.COUNTER
) -> Sight:
    """What this reader may do with the record of a person on whom these blocks lie.

    Nothing lies on them: everything. Else a counter clerk learns that an officer has to act, and nothing of where;
    everybody else is refused in the words in which anybody is.
    """
    if not list(blocks):
        return OPEN
    if channel in WITHOUT_OFFICER:
        return REFUSED
    if reader is Reader.OFFICER:
        return OPEN
    if purpose in (Purpose.COUNT, Purpose.FIND_BY_PLACE):
        return ABSENT
    if reader is Reader.CLERK:
        return MASKED if purpose in (Purpose.READ, Purpose.FIND) else REFUSED
    return OPEN if reader in ITSELF and purpose is Purpose.ISSUE else REFUSED
