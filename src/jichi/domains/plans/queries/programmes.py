"""Programmes as the public sees them."""

from django.db.models import F, OuterRef, Prefetch, QuerySet, Subquery

from jichi.kernel.actions.refusal import NotThere

from ..models import (
    BudgetYear,
    Edition,
    Evidence,
    Indicator,
    IndicatorYear,
    Listing,
    ListingItem,
    PlannedAction,
    Programme,
    ProgrammeReview,
    SecondOpinion,
)


def programme_with(reference: str) -> Programme:
    """The programme of this public reference, with its section. Raises: NotThere."""
    programme = Programme.objects.select_related("section__bureau").filter(reference=reference).first()
    if programme is None:
        raise NotThere
    return programme


def programmes_of(edition: Edition) -> QuerySet[Programme]:
    """The edition's programmes, each once, with the latest published grade and the latest budget (yen)."""
    published = ProgrammeReview.objects.filter(
        programme=OuterRef("pk"), step="published", round__edition=edition
    ).order_by("-round__year")
    budgets = BudgetYear.objects.filter(programme=OuterRef("pk"), year__range=span(edition)).order_by("-year")
    return (
        Programme.objects.filter(listings__edition=edition, listings__relisted=False)
        .annotate(
            measure_direction=F("listings__effort__measure__direction"),
            measure_number=F("listings__effort__measure__number"),
            effort_number=F("listings__effort__number"),
            place_in_effort=F("listings__order"),
            effort_title=F("listings__effort__title"),
            each_ward=F("listings__each_ward"),
            grade=Subquery(published.values("achievement")[:1]),
            graded_year=Subquery(published.values("round__year")[:1]),
            budget=Subquery(budgets.values("budget")[:1]),
            budget_year=Subquery(budgets.values("year")[:1]),
        )
        .select_related("section__bureau")
        .order_by("measure_direction", "measure_number", "effort_number", "place_in_effort")
    )


def span(edition: Edition) -> tuple[int, int]:
    return edition.first_year, edition.last_year


def listings_of(programme: Programme) -> list[Listing]:
    """Where the programme stands in every edition, the newest first, with its items."""
    return list(
        programme.listings.select_related("programme", "edition", "effort__measure__edition")
        .prefetch_related(Prefetch("items", ListingItem.objects.order_by("pk")))
        .order_by("-edition__first_year", "relisted", "line")
    )


def indicators_of(programme: Programme) -> list[Indicator]:
    return list(
        programme.indicators.prefetch_related(
            Prefetch("years", IndicatorYear.objects.order_by("year"))
        ).order_by("pk")
    )


def budgets_of(programme: Programme) -> list[BudgetYear]:
    return list(programme.budgets.order_by("year"))


def planned_actions_of(programme: Programme) -> list[PlannedAction]:
    return list(programme.planned_actions.order_by("year", "order"))


def editions_that_owe(programme: Programme) -> list[str]:
    """The editions whose evaluation of this programme is under way and not published yet, by reference."""
    unpublished = programme.reviews.exclude(step="published")
    return list(
        unpublished.order_by("round__year").values_list("round__edition__reference", flat=True).distinct()
    )


def published_reviews_of(programme: Programme) -> list[ProgrammeReview]:
    """The published evaluations, the newest first, with evidence and second opinions."""
    return list(
        programme.reviews.filter(step="published")
        .select_related("round__edition")
        .prefetch_related(
            Prefetch("evidence", Evidence.objects.order_by("pk")),
            Prefetch("second_opinions", SecondOpinion.objects.order_by("given_on")),
        )
        .order_by("-round__year")
    )
