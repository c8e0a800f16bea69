"""Show the rows of an edition with its accepted corrections; part of `decide_correction`."""

from collections.abc import Iterable

from django.db.models import Model, QuerySet

from ..models import Edition, Effort, Listing, ListingItem, Measure, Statement
from ..rules.chapter import Chapter


def show_as_corrected(edition: Edition, chapter: Chapter) -> None:
    """Bring every shown text in line with the corrected chapter; rows that agree are not written."""
    texts = texts_by_place(chapter)
    refresh(Measure.objects.filter(edition=edition), ("title",), texts)
    refresh(Effort.objects.filter(measure__edition=edition), ("title",), texts)
    refresh(Statement.objects.filter(effort__measure__edition=edition), ("text",), texts)
    refresh(Listing.objects.filter(edition=edition), ("name", "description"), texts)
    refresh(ListingItem.objects.filter(listing__edition=edition), ("text",), texts)


def texts_by_place(chapter: Chapter) -> dict[str, dict[str, str]]:
    found = {measure.place: {"title": measure.title} for measure in chapter.measures}
    for _, effort in chapter.efforts():
        found[effort.place] = {"title": effort.title}
        found |= {each.place: {"text": each.text} for each in (*effort.issues, *effort.approaches)}
    for listing in chapter.listings():
        found[listing.place] = {"name": listing.name, "description": listing.description}
        items = (*listing.past, *listing.planned, *listing.later.items)
        found |= {each.place: {"text": each.text} for each in items}
    return found


def refresh(rows: QuerySet[Model], names: Iterable[str], texts: dict[str, dict[str, str]]) -> None:
    changed = []
    for row in rows:
        new = texts[row.place]  # type: ignore[attr-defined]
        if any(getattr(row, name) != new[name] for name in names):
            for name in names:
                setattr(row, name, new[name])
            changed.append(row)
    rows.model._default_manager.bulk_update(changed, list(names))
