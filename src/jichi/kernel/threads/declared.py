"""What the manifests declare: which records have references, and which links may be made. Filled once at start."""

from collections.abc import Iterable
from dataclasses import dataclass

from .kinds import HELD_ELSEWHERE, KindOfRecord, LinkKind


@dataclass(frozen=True, kw_only=True)
class Declaration:
    """One subsystem's records and the links it makes from or to them."""

    numbers: frozenset[int]
    links: frozenset[LinkKind]

    def makes(self, kind: LinkKind, ends: frozenset[int]) -> bool:
        return kind in self.links and bool(self.numbers & ends)


_kinds: dict[int, KindOfRecord] = {HELD_ELSEWHERE.number: HELD_ELSEWHERE}
_declarations: list[Declaration] = []


def declare(*, records: Iterable[KindOfRecord], links: Iterable[LinkKind]) -> None:
    """Let a subsystem have these kinds of records and make these links. Called by the manifest only."""
    records = tuple(records)
    for kind in records:
        if _kinds.setdefault(kind.number, kind) != kind:
            raise ValueError(f"Two kinds of records have the number {kind.number}.")
    numbers = frozenset(kind.number for kind in records)
    _declarations.append(Declaration(numbers=numbers, links=frozenset(links)))


def kind_numbered(number: int) -> KindOfRecord | None:
    """The kind of a reference's first two digits; None for what no subsystem declares any more."""
    return _kinds.get(number)


def is_declared(kind: LinkKind, *, ends: Iterable[int]) -> bool:
    """Whether some subsystem makes such links and owns a record at one of these ends."""
    return any(each.makes(kind, frozenset(ends)) for each in _declarations)
