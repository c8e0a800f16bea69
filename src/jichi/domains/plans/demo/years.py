"""Three years of figures and planned actions for every programme."""

from decimal import Decimal

from jichi.kernel.values import FiscalYear

from ..actions.define_indicator import NewIndicator, define_indicator
from ..actions.enter_year import enter_year
from ..actions.plan_actions import plan_actions
from ..actions.year_entry import Measurement, Money, Outcome, YearEntry
from ..models import ActionState, Indicator, Listing, ListingItem, PlannedAction, Programme
from .story import STAFF, Part, Story

LAST = 2


def play_years(story: Story, cast: list[tuple[Programme, Listing, Part]]) -> None:
    for programme, listing, part in cast:
        indicator = measure(programme, part, story.first_year - 1)
        items = list(listing.items.filter(column=ListingItem.Column.PLANNED).order_by("order"))
        for n in range(LAST + 1):
            year = story.first_year + n
            actions = plan_actions(
                actor=STAFF, programme=programme, year=year, texts=texts_of(items, year), is_demo=True
            )
            entry = year_entry(part, n, year, indicator, actions)
            enter_year(actor=STAFF, programme=programme, year=year, entry=entry)


def measure(programme: Programme, part: Part, before: int) -> Indicator:
    told = part.data["indicator"]
    indicator = NewIndicator(
        name=told["name"],
        unit=told["unit"],
        source=told["source"],
        baseline=Decimal(told["baseline"]),
        baseline_year=before,
        more_is_better=not told["less_is_better"],
        is_demo=True,
    )
    return define_indicator(actor=STAFF, programme=programme, indicator=indicator)


def texts_of(items: list[ListingItem], year: int) -> list[str]:
    """What the chapter plans and is neither finished before the year nor begins after it."""
    running = [
        item.text.lstrip("●").strip()
        for item in items
        if (item.completed_year is None or item.completed_year >= year)
        and (item.from_year is None or item.from_year <= year or item.completed_year is not None)
    ]
    return list(dict.fromkeys(running)) or ["計画した取組の成果の確認"]


def year_entry(
    part: Part, n: int, year: int, indicator: Indicator, actions: list[PlannedAction]
) -> YearEntry:
    is_over = n < LAST
    return YearEntry(
        money=Money(
            budget=part.data["budget"][n],
            settlement=part.settlement(n),
            source=f"{FiscalYear(year).label}の予算・決算（デモ）",
        ),
        measurements=(
            Measurement(
                indicator=indicator.pk,
                target=part.target(n),
                actual=part.actual(n),
                actual_source=part.data["indicator"]["source"],
            ),
        ),
        outcomes=tuple(outcome(part, n, year, action, is_over=is_over) for action in actions),
        is_demo=True,
    )


def outcome(part: Part, n: int, year: int, action: PlannedAction, *, is_over: bool) -> Outcome:
    """Done in the years that are over, but late where the year fell short; under way in the last one."""
    if not is_over:
        return Outcome(action=action.pk, state=ActionState.UNDER_WAY, evidence="")
    is_late = part.data["grade"][n] >= 4 and action.order == 1
    if is_late:
        return Outcome(action=action.pk, state=ActionState.LATE, evidence="次の年度に続けて行う")
    return Outcome(
        action=action.pk,
        state=ActionState.DONE,
        evidence=f"{FiscalYear(year).label} {part.data['indicator']['source']}",
    )
