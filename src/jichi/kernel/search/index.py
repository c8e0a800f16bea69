"""Keep the index in step: called by the action that changes a text, in its transaction."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import islice

from django.db import transaction

from jichi.kernel.clock.reading import now
from jichi.kernel.ledger.lock import lock

from .document import SearchDocument
from .journal import note
from .letters import line_of
from .models import Change, Document
from .rights import permission_name
from .sources import documents
from .spelling import spellings_of
from .words import Word, words_of

# Of a longer text the rest is not found; whoever hands it over hands it over in parts.
MOST_WORDS = 16_000
AT_ONCE = 200
# A process that has not searched for so long reads everything anew.
READ_BY_ALL = timedelta(days=1)
SAID = [
    "kind", "title", "body", "url", "reference", "public", "permission", "ward", "bureau", "section", "wards", "bureaus",
    "years",
]  # fmt: skip
KEPT = [*SAID, "title_letters", "title_spellings", "body_letters", "body_places", "indexed_at"]
LONGEST_TITLE = 300


def index(*changed: SearchDocument) -> None:
    """Let these documents be found as they are now; a document with a known key replaces the former one.

    What is the same as before is not cut into words again.
    """
    require_transaction()
    at = now()
    known = {row.key: said_by(row) for row in Document.objects.filter(key__in=[each.key for each in changed])}
    plain = ((document, plain_row(document, at)) for document in changed)
    put(with_words(row) for document, row in plain if known.get(document.key) != said_by(row))


def forget(*keys: str) -> None:
    """Let these documents be found no longer."""
    require_transaction()
    Document.objects.filter(key__in=keys).delete()
    note(keys)


def rebuild() -> Iterator[int]:
    """Make the whole index again from what the subsystems declare; yields how many documents are done.

    The city goes on working: a document that an act has indexed since the start is newer, and is left alone.
    """
    start, done, source = now(), 0, documents()
    while batch := list(islice(source, AT_ONCE)):
        with transaction.atomic():
            put_older(batch, start)
        done += len(batch)
        yield done
    forget_older(start)


def forget_older(start: datetime) -> None:
    """Drop what no subsystem hands over any more, and the part of the journal that every process has read."""
    with transaction.atomic():
        gone = list(lock(Document.objects.filter(indexed_at__lt=start)).values_list("key", flat=True))
        forget(*gone)
        Change.objects.filter(at__lt=start - READ_BY_ALL).delete()


def put_older(batch: list[SearchDocument], start: datetime) -> None:
    known = lock(Document.objects.filter(key__in=[document.key for document in batch]))
    newer = {key for key, at in known.values_list("key", "indexed_at") if at >= start}
    at = now()
    put(row_of(document, at) for document in batch if document.key not in newer)


def put(rows: Iterable[Document]) -> None:
    written = Document.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["key"], update_fields=KEPT
    )
    note(row.key for row in written)


def row_of(document: SearchDocument, at: datetime) -> Document:
    return with_words(plain_row(document, at))


def plain_row(document: SearchDocument, at: datetime) -> Document:
    scope = document.scope
    return Document(
        key=document.key,
        kind=document.kind,
        title=document.title[:LONGEST_TITLE],
        body=document.body,
        url=document.url,
        reference=document.reference,
        public=document.public,
        permission=permission_name(document.needs) if document.needs else "",
        ward=scope.ward,
        bureau=scope.bureau,
        section=scope.section,
        wards=" ".join(document.wards or filter(None, [scope.ward])),
        bureaus=" ".join(document.bureaus or filter(None, [scope.bureau])),
        years=" ".join(map(str, document.years)),
        indexed_at=at,
    )


def with_words(row: Document) -> Document:
    """The row with what it is found by."""
    title, body = words_of(row.title), words_of(row.body)[:MOST_WORDS]
    row.title_letters, row.body_letters = letters_of(title), letters_of(body)
    row.title_spellings = " ".join(spellings_of(row.title, title))
    row.body_places = " ".join(f"{word.start}-{word.end}" for word in body)
    return row


def said_by(row: Document) -> tuple[object, ...]:
    return tuple(getattr(row, name) for name in SAID)


def letters_of(words: list[Word]) -> str:
    return line_of(word.key for word in words)


def require_transaction() -> None:
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("The index changes in the transaction of an act.")
