"""What the search box may find of plans: measures, efforts and programmes, all public."""

from collections.abc import Iterable, Iterator

from django.urls import reverse
from django.utils.translation import gettext_noop

from jichi.kernel.search.document import SearchDocument

from .models import Effort, Listing

PROGRAMME = gettext_noop("事業")
EFFORT = gettext_noop("主な取組")


def findable() -> Iterator[SearchDocument]:
    """Every programme as its newest listing says it, and every effort."""
    newest: dict[int, Listing] = {}
    listings = Listing.objects.filter(relisted=False).select_related("programme", "effort__measure")
    for listing in listings.order_by("edition__first_year").prefetch_related("items"):
        newest[listing.programme_id] = listing
    yield from map(programme_document, newest.values())
    efforts = Effort.objects.select_related("measure__edition").prefetch_related("statements")
    yield from map(effort_document, efforts)


def programme_document(listing: Listing) -> SearchDocument:
    body = [listing.description, listing.effort.title, *(item.text for item in listing.items.all())]
    return SearchDocument(
        key=f"plans/programme/{listing.programme.reference}",
        kind=PROGRAMME,
        title=listing.name,
        body="\n".join(body),
        url=reverse("plans:programme", args=[listing.programme.reference]),
        reference=listing.programme.reference,
    )


def effort_document(effort: Effort) -> SearchDocument:
    edition = effort.measure.edition
    statements: Iterable[str] = (statement.text for statement in effort.statements.all())
    return SearchDocument(
        key=f"plans/effort/{edition.reference}/{effort.place}",
        kind=EFFORT,
        title=effort.title,
        body="\n".join([effort.measure.title, *statements]),
        url=reverse("plans:edition", args=[edition.reference]) + f"#e{effort.pk}",
    )
