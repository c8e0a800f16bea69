"""Keep what a sheet takes over from the plan and the organisation; part of `publish_review`."""

from typing import Any

from ..models import EffortReview, Imprint, ImprintColumn, ProgrammeReview
from ..queries.sheets import entry_of, listings_of
from ..sheets.imprint import columns_now, imprint_of_one, imprint_of_two


def write_imprint(review: EffortReview | ProgrammeReview) -> Imprint:
    """The sheet's imprint as of now, saved."""
    if isinstance(review, EffortReview):
        imprint = imprint_of_one(review, listings_of(review.effort))
        imprint.save()
        return imprint
    entry = entry_of(review)
    imprint, columns = imprint_of_two(entry), columns_now(entry)
    imprint.save()
    for column in columns:
        column.imprint = imprint
    ImprintColumn.objects.bulk_create(columns)
    return imprint


def said_by_imprint(imprint: Imprint) -> dict[str, Any]:
    """All that an imprint says, for the digest of its sheet."""
    columns = imprint.columns.order_by("order")
    return {
        **{name: getattr(imprint, name) for name in columns_of(Imprint)},
        "columns": [{name: getattr(each, name) for name in columns_of(ImprintColumn)} for each in columns],
    }


def columns_of(model: type[Imprint | ImprintColumn]) -> list[str]:
    """The names of the columns that say something: all but keys."""
    return [
        field.name for field in model._meta.concrete_fields if not field.primary_key and not field.is_relation
    ]
