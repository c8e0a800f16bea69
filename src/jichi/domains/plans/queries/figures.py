"""Sums for the dashboard: few queries whatever the number of programmes."""

from collections import Counter

from django.db.models import Count, QuerySet, Sum

from jichi.kernel.places.models import Ward

from ..models import BudgetYear, Edition, Programme, ProgrammeReview
from .programmes import span


def programmes_in(edition: Edition) -> QuerySet[Programme]:
    return Programme.objects.filter(listings__edition=edition).distinct()


def money_by_year(edition: Edition) -> dict[int, tuple[int, int | None]]:
    """Budget and settlement of every year in yen; the settlement is None until somebody entered one."""
    rows = (
        BudgetYear.objects.filter(programme__in=programmes_in(edition), year__range=span(edition))
        .values("year")
        .annotate(planned=Sum("budget") + Sum("supplementary"), settled=Sum("settlement"))
        .order_by("year")
    )
    return {row["year"]: (row["planned"], row["settled"]) for row in rows}


def money_by_measure(edition: Edition, year: int) -> dict[int, int]:
    """Budget of one year by measure id, in yen; a programme counts where it is listed first."""
    rows = (
        BudgetYear.objects.filter(
            year=year, programme__listings__edition=edition, programme__listings__relisted=False
        )
        .values("programme__listings__effort__measure")
        .annotate(planned=Sum("budget") + Sum("supplementary"))
        .order_by()
    )
    return {row["programme__listings__effort__measure"]: row["planned"] for row in rows}


def programmes_by_measure(edition: Edition) -> dict[int, int]:
    rows = (
        edition.listings.filter(relisted=False)
        .values("effort__measure")
        .annotate(programmes=Count("programme", distinct=True))
        .order_by()
    )
    return {row["effort__measure"]: row["programmes"] for row in rows}


def grades_by_year(edition: Edition) -> dict[int, Counter[int]]:
    """How often each grade (1 to 5) was given, for every year with published evaluations."""
    rows = (
        ProgrammeReview.objects.filter(round__edition=edition, step="published", achievement__isnull=False)
        .values("round__year", "achievement")
        .annotate(times=Count("pk"))
        .order_by("round__year", "achievement")
    )
    years: dict[int, Counter[int]] = {}
    for row in rows:
        years.setdefault(row["round__year"], Counter())[row["achievement"] or 0] = row["times"]
    return years


def grades_by_measure(edition: Edition, year: int) -> dict[int, Counter[int]]:
    """The same for one year, by measure id."""
    rows = (
        ProgrammeReview.objects.filter(
            round__edition=edition,
            round__year=year,
            step="published",
            programme__listings__edition=edition,
            programme__listings__relisted=False,
        )
        .values("programme__listings__effort__measure", "achievement")
        .annotate(times=Count("pk"))
        .order_by()
    )
    measures: dict[int, Counter[int]] = {}
    for row in rows:
        measure = row["programme__listings__effort__measure"]
        measures.setdefault(measure, Counter())[row["achievement"] or 0] = row["times"]
    return measures


def programmes_by_ward(edition: Edition) -> list[tuple[Ward, int]]:
    """Every ward with the number of programmes that name it."""
    counted = dict(
        programmes_in(edition)
        .filter(wards__isnull=False)
        .values_list("wards")
        .annotate(programmes=Count("pk", distinct=True))
        .order_by()
    )
    return [(ward, counted.get(ward.pk, 0)) for ward in Ward.objects.order_by("code")]
