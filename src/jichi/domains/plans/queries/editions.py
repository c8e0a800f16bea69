"""Editions of the plan and their trees."""

from datetime import date

from django.db.models import Prefetch

from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.values import FiscalYear

from ..models import Edition, Effort, EffortReview, Listing, ListingItem, Measure, Statement


def edition_with(reference: str) -> Edition:
    """The edition of this public reference. Raises: NotThere."""
    edition = Edition.objects.select_related("previous").filter(reference=reference).first()
    if edition is None:
        raise NotThere
    return edition


def current_edition(on: date) -> Edition | None:
    """The edition in force on a day: the latest that has begun, else the first that will."""
    year = FiscalYear.of(on).year
    begun = Edition.objects.filter(first_year__lte=year).order_by("-first_year", "policy_number").first()
    return begun or Edition.objects.order_by("first_year", "policy_number").first()


def editions() -> list[Edition]:
    """All editions, the newest first."""
    return list(Edition.objects.order_by("-first_year", "policy_number"))


def tree_of(edition: Edition) -> list[Measure]:
    """Measures with efforts, statements, listings, items and published sheets, in printed order.

    Seven queries for any size.
    """
    listings = Prefetch(
        "listings",
        Listing.objects.select_related("programme")
        .order_by("order")
        .prefetch_related(Prefetch("items", ListingItem.objects.order_by("pk"))),
    )
    efforts = Prefetch(
        "efforts",
        Effort.objects.order_by("number").prefetch_related(
            Prefetch("statements", Statement.objects.order_by("order")), listings, published_sheets()
        ),
    )
    measures = edition.measures.order_by("direction", "number").prefetch_related(efforts)
    return [with_edition(measure, edition) for measure in measures]


def published_sheets() -> Prefetch:
    """The sheets 票(1) of each effort that everybody may read, by year."""
    sheets = EffortReview.objects.filter(step="published").select_related("round").order_by("round__year")
    return Prefetch("reviews", sheets, to_attr="published_sheets")


def with_edition(measure: Measure, edition: Edition) -> Measure:
    """Spare a query per measure code."""
    measure.edition = edition
    return measure
