"""How long the city keeps its copy of a document about a person. The years are law; nobody here guesses them."""

from datetime import date

from django.db.models import Q

from jichi.kernel.law.book import Dated, NotInForce, NotKnown
from jichi.kernel.law.shelf import law
from jichi.kernel.values.fiscal_year import FiscalYear

from .models import Document
from .templates import declared, find_template


def kept_until(document: Document) -> date | None:
    """The last day of the years counted from the first day of the 年度 after the issue; None where nobody knows.

    Offices count from there or from the day of issue: this is the later, so that no copy is destroyed too early.
    """
    template = find_template(document.template)
    if template is None or template.kept_for is None:
        return None
    try:
        years = law.at(document.issued_on, template.kept_for).value
    except (NotKnown, NotInForce):
        return None
    return FiscalYear(document.year + years).last_day


def is_over(document: Document, on: date) -> bool:
    """Whether the years of a document are known and over."""
    last = kept_until(document)
    return last is not None and on > last


def no_longer_kept(on: date) -> Q:
    """The documents about persons whose years are over on this day, and whose copy is still here."""
    rows = Q(pk__in=[])
    for template in declared():
        if template.kept_for:
            for dated in law.history(template.kept_for.key):
                if isinstance(dated, Dated):
                    rows |= Q(template=template.name) & over(dated, on)
    return rows & Q(is_public=False, erased_on__isnull=True)


def over(dated: Dated[object], on: date) -> Q:
    """Issued while this value was in force, and its years are over."""
    assert isinstance(dated.value, int)
    rows = Q(issued_on__gte=dated.since, year__lt=FiscalYear.of(on).year - dated.value)
    return rows & Q(issued_on__lte=dated.until) if dated.until else rows
