"""What one screen says about a year of a programme."""

from dataclasses import dataclass
from decimal import Decimal

from jichi.kernel.ledger.canonical import digest

from ..models import ActionState
from ..queries.entered import without_idle_zeros


@dataclass(frozen=True, kw_only=True)
class Money:
    """Budget, supplements and settlement with their source. Units: yen; None where nobody knows yet."""

    budget: int | None = None
    supplementary: int = 0
    settlement: int | None = None
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class Measurement:
    """Target and actual of one indicator (by its key), and where the actual was read."""

    indicator: int
    target: Decimal | None = None
    actual: Decimal | None = None
    actual_source: str = ""


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """How far one planned action (by its key) got, and what shows it."""

    action: int
    state: ActionState
    evidence: str = ""


@dataclass(frozen=True, kw_only=True)
class YearEntry:
    """One screen: everything that is entered for a programme's year."""

    money: Money = Money()
    measurements: tuple[Measurement, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    is_demo: bool = False

    @property
    def by_field(self) -> dict[str, str]:
        """The entry as text, by the names of its fields on the screen."""
        money = {name: "" if value is None else str(value) for name, value in vars(self.money).items()}
        measured = {
            f"{name}_{each.indicator}": value
            for each in self.measurements
            for name, value in (
                ("target", without_idle_zeros(each.target)),
                ("actual", without_idle_zeros(each.actual)),
                ("actual_source", each.actual_source),
            )
        }
        done = {
            f"{name}_{each.action}": value
            for each in self.outcomes
            for name, value in (("state", each.state.value), ("evidence", each.evidence))
        }
        return money | measured | done

    @property
    def digest(self) -> str:
        return digest(
            {
                "money": vars(self.money),
                "measurements": [
                    {name: None if value is None else str(value) for name, value in vars(each).items()}
                    for each in self.measurements
                ],
                "outcomes": [{**vars(each), "state": each.state.value} for each in self.outcomes],
            }
        )
