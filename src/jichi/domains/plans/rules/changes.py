"""What became of each part of a plan in its next edition."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .word_diff import Segment, word_diff


class ChangeKind(StrEnum):
    """The fate of a part; MOVED may have changed texts as well."""

    KEPT = "kept"
    CHANGED = "changed"
    NEW = "new"
    ENDED = "ended"
    MOVED = "moved"


class Part(StrEnum):
    """What is compared."""

    MEASURE = "measure"
    EFFORT = "effort"
    STATEMENT = "statement"
    PROGRAMME = "programme"


@dataclass(frozen=True, kw_only=True)
class Ref:
    """Where a part stands in its edition. ``place`` is that of the chapter; ``title`` its name or text."""

    line: int
    place: str
    parent: str
    title: str


@dataclass(frozen=True, kw_only=True)
class FieldChange:
    """One text of a part that is not the same in both editions."""

    field: str
    old: str
    new: str

    @property
    def diff(self) -> tuple[Segment, ...]:
        return word_diff(self.old, self.new)


@dataclass(frozen=True, kw_only=True)
class Change:
    """One part in both editions; ``old`` is None for a new part, ``new`` for an ended one.

    ``renamed``: its title or name is another one, and it was recognised by what it says.
    """

    part: Part
    kind: ChangeKind
    old: Ref | None
    new: Ref | None
    fields: tuple[FieldChange, ...] = ()
    renamed: bool = False


def settled(
    part: Part, old: Ref, new: Ref, texts: dict[str, tuple[str, str]], *, moved: bool, name: str | None = None
) -> Change:
    """Return the change of a part that both editions have; ``name`` is the field that is its name."""
    fields = tuple(
        FieldChange(field=field, old=before, new=after)
        for field, (before, after) in texts.items()
        if before != after
    )
    stayed = ChangeKind.CHANGED if fields else ChangeKind.KEPT
    kind = ChangeKind.MOVED if moved else stayed
    renamed = any(change.field == name for change in fields)
    return Change(part=part, kind=kind, old=old, new=new, fields=fields, renamed=renamed)
