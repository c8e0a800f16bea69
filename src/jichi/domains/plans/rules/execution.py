"""How much of the money and of the planned actions was carried out."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction


def execution_rate(*, budget: int, supplementary: int, settlement: int | None) -> Fraction | None:
    """What was spent as a share of the budget with its supplements; None while there is nothing to compare.

    Units: yen.
    """
    planned = budget + supplementary
    return Fraction(settlement, planned) if settlement is not None and planned > 0 else None


@dataclass(frozen=True, kw_only=True)
class Progress:
    """The planned actions of a year by their state."""

    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def done(self) -> int:
        return self.counts.get("done", 0)

    @property
    def share_done(self) -> Fraction | None:
        """Finished actions as a share of all that were planned, the dropped ones included."""
        return Fraction(self.done, self.total) if self.total else None


def progress_of(states: Iterable[str]) -> Progress:
    return Progress(counts=Counter(states))
