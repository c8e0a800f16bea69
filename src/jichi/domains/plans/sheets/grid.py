"""The grid of a programme on a 票(2): now, each year of the plan and what follows, by goal and by result."""

from collections.abc import Mapping
from itertools import chain

from django.utils.translation import gettext as _

from ..models import Listing, ListingItem, ProgrammeReview
from ..rules.goal_grid import GoalYear, YearSheet, goal_years

Column = dict[str, str]


def grid_of(listing: Listing, by_year: Mapping[int, ProgrammeReview]) -> list[Column]:
    """A column with its head for now, for each year of the plan and for what follows it."""
    years = listing.edition.years
    *during, after = goal_years(
        years=years,
        planned={year: said(listing, ListingItem.Column.PLANNED, year) for year in years},
        sheets={year: year_sheet(review) for year, review in by_year.items()},
    )
    now = GoalYear(goal=said(listing, ListingItem.Column.PAST))
    later = GoalYear(goal=said(listing, ListingItem.Column.LATER), differing=after.differing)
    heads = chain(
        [_("現状")],
        (_("%(year)s年度") % {"year": year} for year in years),
        [_("%(year)s年度以降") % {"year": listing.later_from}],
    )
    return [{"head": head, **vars(column)} for head, column in zip(heads, [now, *during, later], strict=True)]


def year_sheet(review: ProgrammeReview) -> YearSheet:
    return YearSheet(goal=review.goal, result=review.result, changed_goal=review.changed_goal)


def said(listing: Listing, column: str, year: int | None = None) -> str:
    """What the plan says in a column, for one year where it tells years apart."""
    items = (item for item in listing.items.all() if item.column == column)
    chosen = [item for item in items if year is None or is_for(item, year)]
    return "\n".join(f"・{item.text}" for item in sorted(chosen, key=lambda item: item.order))


def is_for(item: ListingItem, year: int) -> bool:
    """Whether an item of the plan stands for a year: until it is finished, or from when it begins."""
    if item.completed_year is not None:
        return year <= item.completed_year
    return item.from_year is None or year >= item.from_year
