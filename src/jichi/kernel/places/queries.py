"""Reads of places. All of it is public."""

from datetime import date

from django.db.models import Case, Count, Q, QuerySet, When

from .models import Bureau, Office, OfficeKind, Section, Town, Ward

# The ward office first, the corner that gives certificates only last.
BY_KIND = Case(*(When(kind=kind, then=number) for number, kind in enumerate(OfficeKind.values)))


def wards() -> QuerySet[Ward]:
    """By code, with how many towns each has."""
    return Ward.objects.annotate(town_count=Count("towns")).order_by("code")


def towns(*, ward: str = "", word: str = "") -> QuerySet[Town]:
    """Towns of a ward, or of all, whose name has the word in it."""
    rows = Town.objects.select_related("ward").order_by("ward__code", "pk")
    if ward:
        rows = rows.filter(ward=ward)
    return rows.filter(Q(name__contains=word) | Q(hamlet__contains=word)) if word else rows


def offices(*, ward: str = "", kind: str = "") -> QuerySet[Office]:
    """Offices by ward and kind, whether still open or not."""
    rows = Office.objects.select_related("ward", "town").order_by("ward__code", BY_KIND, "code")
    if ward:
        rows = rows.filter(ward=ward)
    return rows.filter(kind=kind) if kind else rows


def open_on(rows: QuerySet[Office], on: date) -> QuerySet[Office]:
    """The offices that serve people on a day; one whose first day nobody knows counts as open before its last."""
    return rows.filter(
        Q(opened_on__isnull=True) | Q(opened_on__lte=on), Q(closed_on__isnull=True) | Q(closed_on__gte=on)
    )


def bureaus() -> QuerySet[Bureau]:
    """City hall first, then the ward offices."""
    return Bureau.objects.prefetch_related("sections").order_by("ward__code", "code")


def sections_of(ward: Ward) -> QuerySet[Section]:
    return Section.objects.filter(bureau__ward=ward).order_by("pk")
