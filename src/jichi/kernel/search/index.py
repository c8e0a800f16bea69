"""Keep the index in step: called by the action that changes a text, in its transaction."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice

from django.db import transaction

from jichi.kernel.clock.reading import now
from jichi.kernel.ledger.lock import lock

from .document import SearchDocument
from .letters import BREAK, line_of
from .models import Document
from .rights import permission_name
from .sources import documents
from .words import Word, words_of

# PostgreSQL knows no place in a text beyond the 16,383rd word.
MOST_WORDS = 16_000
AT_ONCE = 200
KEPT = [
    "kind", "title", "body", "url", "reference", "public", "permission", "ward", "bureau", "section",
    "title_letters", "body_letters", "body_places", "indexed_at",
]  # fmt: skip


def index(*changed: SearchDocument) -> None:
    """Let these documents be found as they are now; a document with a known key replaces the former one."""
    require_transaction()
    at = now()
    put(row_of(document, at) for document in changed)


def forget(*keys: str) -> None:
    """Let these documents be found no longer."""
    require_transaction()
    Document.objects.filter(key__in=keys).delete()


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
    Document.objects.filter(indexed_at__lt=start).delete()


def put_older(batch: list[SearchDocument], start: datetime) -> None:
    known = lock(Document.objects.filter(key__in=[document.key for document in batch]))
    newer = {key for key, at in known.values_list("key", "indexed_at") if at >= start}
    at = now()
    put(row_of(document, at) for document in batch if document.key not in newer)


def put(rows: Iterable[Document]) -> None:
    Document.objects.bulk_create(rows, update_conflicts=True, unique_fields=["key"], update_fields=KEPT)


def row_of(document: SearchDocument, at: datetime) -> Document:
    title, body = words_of(document.title), words_of(document.body)[:MOST_WORDS]
    return Document(
        key=document.key,
        kind=document.kind,
        title=document.title,
        body=document.body,
        url=document.url,
        reference=document.reference,
        public=document.public,
        permission=permission_name(document.needs) if document.needs else "",
        ward=document.scope.ward,
        bureau=document.scope.bureau,
        section=document.scope.section,
        # Ended by a break: PostgreSQL lets the body follow the title, and a phrase must not span both.
        title_letters=f"{letters_of(title)} {BREAK}",
        body_letters=letters_of(body),
        body_places=" ".join(f"{word.start}-{word.end}" for word in body),
        indexed_at=at,
    )


def letters_of(words: list[Word]) -> str:
    return line_of(word.key for word in words)


def require_transaction() -> None:
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("The index changes in the transaction of an act.")
