"""What the search box may find of the law: every legal value of the city, all public."""

import re
from collections.abc import Iterator

from django.db import transaction
from django.utils.translation import gettext_noop, override

from jichi.kernel.search.document import SearchDocument
from jichi.kernel.search.index import index

from . import words
from .book import LawBook
from .entry import Entry
from .shelf import law

KIND = gettext_noop("条例の値")
# Where a source was read: nobody searches for it, and an excerpt is to show words.
ADDRESSES = re.compile(r"（[^（）]*\w\.\w[^（）]*）|(https?://)?[\w.-]+\.(jp|com|org|net)\S*|;")


def findable() -> Iterator[SearchDocument]:
    return documents_of(law)


def documents_of(book: LawBook) -> Iterator[SearchDocument]:
    """One document for each value: its name, its provisions, what is noted of it and what it is about."""
    with override("ja"):
        yield from map(document_of, book.entries())


def document_of(entry: Entry) -> SearchDocument:
    told = (words.row_text(entry, row) for row in entry.rows)
    sources = (ADDRESSES.sub("", row.source).strip() for row in entry.rows)
    body = [words.subject_of(entry.key), *told, entry.note, *sources]
    return SearchDocument(
        key=f"law/{entry.key}",
        kind=KIND,
        title=entry.name,
        body="\n".join(dict.fromkeys(filter(None, body))),
        url=f"/law/{entry.key}/",
    )


def index_law(book: LawBook) -> None:
    """Let the law be found as its files say it now: it changes with the files of the city, not by an act."""
    with transaction.atomic():
        index(*documents_of(book))
