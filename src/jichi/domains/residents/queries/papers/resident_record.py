"""住民票の写し: the record of a household, or of those of its members who were chosen."""

from ...models import Entry
from .blocks import blocks_of, never_of, paper
from .content import Content, Wanted
from .reading import Reading

STATEMENT = "この写しは、住民票の原本と相違ないことを証明する。"
PART = "世帯の一部の写し"


def content(wanted: Wanted, reading: Reading) -> Content:
    return of_members(wanted, reading, statement=STATEMENT, part=PART)


def of_members(
    wanted: Wanted, reading: Reading, *, statement: str, part: str, says_left_out: bool = True
) -> Content:
    """A paper of all members or of the chosen ones; of a part it says that it is one."""
    printed = [entry for entry in reading.members if chosen(entry, wanted)]
    blocks = blocks_of(wanted, printed, head=reading.head, says_left_out=says_left_out)
    return paper(
        wanted,
        printed,
        blocks,
        statement=statement,
        notes=() if len(printed) == len(reading.members) else (part,),
        never=never_of(reading.members, wanted, blocks),
    )


def chosen(entry: Entry, wanted: Wanted) -> bool:
    options = wanted.options
    return options.whole or entry.person_id in (options.members or (wanted.person.pk,))
