"""What the search box may find of public notices: those that were posted."""

from collections.abc import Iterator

from jichi.kernel.search.document import SearchDocument
from jichi.kernel.values.fault import gettext_noop as _

from .models import PublicNotice

KIND = _("告示・公表")


def findable() -> Iterator[SearchDocument]:
    posted = PublicNotice.objects.filter(posted_on__isnull=False).order_by("pk")
    return (document_of(notice) for notice in posted.iterator())


def document_of(notice: PublicNotice) -> SearchDocument:
    return SearchDocument(
        key=f"notices/public/{notice.reference}",
        kind=KIND,
        title=notice.title,
        body="\n".join(filter(None, [notice.text, notice.basis])),
        url=notice.url,
        reference=notice.reference,
    )
