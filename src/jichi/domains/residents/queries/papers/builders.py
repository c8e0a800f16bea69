"""Which builder makes which certificate. A register adds its kinds here, one a line."""

from collections.abc import Callable
from dataclasses import dataclass

from . import resident_record
from .content import Content, Wanted


@dataclass(frozen=True, kw_only=True)
class Builder:
    """`people` are the keys of all whom the paper is of or names: they are held while it is made."""

    people: Callable[[Wanted], set[int]]
    content: Callable[[Wanted], Content]


BUILDERS: dict[str, Builder] = {
    "resident_record": Builder(people=resident_record.people, content=resident_record.content),
}


def builder_of(kind: str) -> Builder | None:
    """None for a kind that no register can fill: it is not offered."""
    return BUILDERS.get(kind)
