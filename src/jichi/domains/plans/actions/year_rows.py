"""Write the rows of a year; part of `enter_year`, not a verb of its own."""

from ..models import BudgetYear, IndicatorYear, PlannedAction, Programme
from .year_entry import YearEntry


def write_money(programme: Programme, year: int, entry: YearEntry) -> None:
    """The year's money; a form without a budget takes it away again."""
    rows = BudgetYear.objects.filter(programme=programme, year=year)
    if entry.money.budget is None:
        rows.delete()
        return
    BudgetYear.objects.update_or_create(
        programme=programme, year=year, defaults={**vars(entry.money), "is_demo": entry.is_demo}
    )


def write_indicators(year: int, entry: YearEntry) -> None:
    IndicatorYear.objects.bulk_create(
        [
            IndicatorYear(
                indicator_id=each.indicator,
                year=year,
                target=each.target,
                actual=each.actual,
                actual_source=each.actual_source,
            )
            for each in entry.measurements
        ],
        update_conflicts=True,
        unique_fields=["indicator", "year"],
        update_fields=["target", "actual", "actual_source"],
    )


def write_actions(entry: YearEntry) -> None:
    rows = PlannedAction.objects.in_bulk([each.action for each in entry.outcomes])
    for each in entry.outcomes:
        rows[each.action].state, rows[each.action].evidence = each.state, each.evidence
    PlannedAction.objects.bulk_update(rows.values(), ["state", "evidence"])
