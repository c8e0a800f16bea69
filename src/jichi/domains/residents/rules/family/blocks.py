"""What a family register says of one member at one time (the block above the entries), and the fold that yields it. Pure.

Source: 戸籍法 第13条 (what is recorded).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Self

from ..history import Step, ends
from ..words import SPACE, Sex


@dataclass(frozen=True, kw_only=True)
class Block:
    """The block of a member. Names are kept as written; `spouse` is 夫, 妻 or nothing; `beside` says that
    somebody is in the register as the first person's spouse, also once widowed; the days and reasons are those of entering
    and leaving this register."""

    name: str = ""
    birth: date | None = None
    sex: Sex = Sex.UNTOLD
    father: str = ""
    mother: str = ""
    relation: str = ""
    adoptive_father: str = ""
    adoptive_mother: str = ""
    adoptive_relation: str = ""
    spouse: str = ""
    beside: bool = False
    entered_on: date | None = None
    entered_why: str = ""
    left_on: date | None = None
    left_why: str = ""

    @property
    def is_listed(self) -> bool:
        """In the register, and not removed from it."""
        return self.entered_on is not None and self.left_on is None

    @property
    def is_married(self) -> bool:
        return bool(self.spouse)

    @property
    def is_adopted(self) -> bool:
        return bool(self.adoptive_father or self.adoptive_mother)

    @property
    def surname(self) -> str:
        return self.name.partition(SPACE)[0]

    @property
    def given_name(self) -> str:
        return self.name.partition(SPACE)[2] or self.name

    def changed_by(self, items: Mapping[str, Any]) -> Self:
        """Raises: TypeError for an item that no block has."""
        return replace(self, **items)


BLOCK_ITEMS: tuple[str, ...] = tuple(each.name for each in fields(Block))
# What a member is, wherever registered: goes along into the next register.
OWN_ITEMS = (
    "birth", "sex", "father", "mother", "relation", "adoptive_father", "adoptive_mother", "adoptive_relation",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class BlockStretch:
    """What the register says of a member from a day on, until the day before `until`."""

    step: Step
    block: Block
    since: date
    until: date | None


def block_history(steps: Iterable[Step]) -> list[BlockStretch]:
    """The stretches of a membership, in the total order of entries (`rules.history`)."""
    ordered = sorted(steps, key=lambda step: step.order)
    block, found = Block(), []
    for step, until in zip(ordered, ends(ordered), strict=True):
        block = block.changed_by(step.items)
        found.append(BlockStretch(step=step, block=block, since=step.order.happened_on, until=until))
    return found


def full_name(surname: str, given: str) -> str:
    return f"{surname}{SPACE}{given}" if surname and given else surname or given
