"""What a sheet takes over from the plan and the organisation: kept from its publication, as it is today before."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..models import Effort, EffortReview, Imprint, ImprintColumn, Listing, ListingItem, ProgrammeReview
from ..rules.goal_grid import GoalYear, YearSheet, goal_years


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A programme's row of the plan, its sheet of the year, and its sheets up to that year."""

    listing: Listing
    review: ProgrammeReview
    by_year: Mapping[int, ProgrammeReview]

    @property
    def imprint(self) -> Imprint:
        return self.review.imprint or imprint_of_two(self)

    @property
    def columns(self) -> Sequence[ImprintColumn]:
        if self.review.imprint:
            return sorted(self.review.imprint.columns.all(), key=lambda column: column.order)
        return columns_now(self)


def imprint_of_one(review: EffortReview, listings: Sequence[Listing]) -> Imprint:
    """What a 票(1) takes over today; not saved."""
    return Imprint(
        **head_now(review.effort),
        section=str(review.section or ""),
        related="\n".join(related(review, listings)),
        is_priority=any(listing.programme.is_priority for listing in listings),
    )


def imprint_of_two(entry: Entry) -> Imprint:
    """What a 票(2) takes over today; not saved, and without its columns."""
    listing = entry.listing
    return Imprint(
        **head_now(listing.effort),
        section=str(listing.programme.section or ""),
        is_priority=listing.programme.is_priority,
        name=listing.programme.name,
        each_ward=listing.each_ward,
        outline=listing.description,
    )


def head_now(effort: Effort) -> dict[str, Any]:
    measure, edition = effort.measure, effort.measure.edition
    return {
        "numeral": edition.numeral,
        "policy": edition.title,
        "first_year": edition.first_year,
        "last_year": edition.last_year,
        "direction": measure.direction,
        "measure_code": measure.code,
        "measure": measure.title,
        "code": effort.sheet_code,
        "effort": effort.title,
    }


def related(review: EffortReview, listings: Sequence[Listing]) -> list[str]:
    """The other sections that own programmes of the effort (関係課)."""
    owners = [listing.programme.section for listing in listings if listing.programme.section]
    return list(dict.fromkeys(str(owner) for owner in owners if owner != review.section))


def columns_now(entry: Entry) -> list[ImprintColumn]:
    """The grid as the plan and the sheets up to this one say it today; not saved."""
    years = [None, *entry.listing.edition.years, entry.listing.later_from]
    told = zip(years, goals_of(entry), strict=True)
    return [ImprintColumn(order=order, year=year, **vars(goal)) for order, (year, goal) in enumerate(told)]


def goals_of(entry: Entry) -> Iterator[GoalYear]:
    """A column for now, for each year of the plan and for what follows it."""
    listing, years = entry.listing, entry.listing.edition.years
    *during, after = goal_years(
        years=years,
        planned={year: said(listing, ListingItem.Column.PLANNED, year) for year in years},
        sheets={year: year_sheet(review) for year, review in entry.by_year.items()},
    )
    yield GoalYear(goal=said(listing, ListingItem.Column.PAST))
    yield from during
    yield GoalYear(goal=said(listing, ListingItem.Column.LATER), differing=after.differing)


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
