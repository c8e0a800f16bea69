"""What stands in the city's books for a year of a programme, by the fields in which it is entered."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from ..models import BudgetYear, Indicator, IndicatorYear, PlannedAction, Programme
from .desk import actions_in, indicators_in, money_in

MONEY = ("budget", "supplementary", "settlement", "source")


def entered_in(programme: Programme, year: int) -> dict[str, str]:
    """Every value of the year as text."""
    money = money_in(programme, year).get(year)
    known = initial_of(money, indicators_in(programme, year), actions_in(programme, year), year)
    return as_text(known)


def as_text(known: Mapping[str, Any]) -> dict[str, str]:
    return {name: "" if value is None else str(value) for name, value in known.items()}


def initial_of(
    money: BudgetYear | None, indicators: Sequence[Indicator], actions: Sequence[PlannedAction], year: int
) -> dict[str, Any]:
    known: dict[str, Any] = {}
    if money:
        known = {name: getattr(money, name) for name in MONEY}
    for indicator in indicators:
        for row in indicator.near:  # type: ignore[attr-defined]
            if row.year == year:
                known |= indicator_row(indicator, row)
    for action in actions:
        known |= {f"state_{action.pk}": action.state, f"evidence_{action.pk}": action.evidence}
    return known


def indicator_row(indicator: Indicator, row: IndicatorYear) -> dict[str, Any]:
    return {
        f"target_{indicator.pk}": without_idle_zeros(row.target),
        f"actual_{indicator.pk}": without_idle_zeros(row.actual),
        f"actual_source_{indicator.pk}": row.actual_source,
    }


def without_idle_zeros(value: Decimal | None) -> str:
    """220.00 as people write it: 220."""
    return "" if value is None else f"{value:.2f}".rstrip("0").rstrip(".")
