"""What the manifests declare: which records have references, and which links may be made. Filled once at start."""

from collections.abc import Iterable
from dataclasses import dataclass

from .kinds import HELD_ELSEWHERE, KindOfRecord, LinkKind, LinkRule


@dataclass(frozen=True, kw_only=True)
class Declaration:
    """One subsystem's records and the links it makes; one end of each is a record of its own."""

    numbers: frozenset[int]
    rules: tuple[LinkRule, ...]

    def makes(self, kind: LinkKind, start: int, end: int) -> bool:
        is_own = bool(self.numbers & {start, end})
        return is_own and any(rule.allows(kind, start, end) for rule in self.rules)


_kinds: dict[int, KindOfRecord] = {HELD_ELSEWHERE.number: HELD_ELSEWHERE}
_declarations: list[Declaration] = []


def declare(*, records: Iterable[KindOfRecord], links: Iterable[LinkRule]) -> None:
    """Let a subsystem have these kinds of records and make these links. Called by the manifest only."""
    records = tuple(records)
    for kind in records:
        if _kinds.setdefault(kind.number, kind) != kind:
            raise ValueError(f"Two kinds of records have the number {kind.number}.")
    numbers = frozenset(kind.number for kind in records)
    _declarations.append(Declaration(numbers=numbers, rules=tuple(links)))


def kind_numbered(number: int) -> KindOfRecord | None:
    """The kind of a reference's first two digits; None for what no subsystem declares any more."""
    return _kinds.get(number)


def voice_numbers() -> frozenset[int]:
    """The kinds that are what somebody said to the city."""
    return frozenset(kind.number for kind in _kinds.values() if kind.is_voice)


def hub_numbers() -> frozenset[int]:
    """The kinds at which many threads meet."""
    return frozenset(kind.number for kind in _kinds.values() if kind.is_hub)


def is_declared(kind: LinkKind, *, start: int, end: int) -> bool:
    """Whether some subsystem makes such links from and to such records, and owns one of the two."""
    return any(each.makes(kind, start, end) for each in _declarations)
