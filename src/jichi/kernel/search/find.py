"""The one box: what was typed, as pages of results, counts by kind, and suggestions."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Count, QuerySet

from jichi.kernel.access.actor import Actor

from .dialects import for_postgresql, for_sqlite
from .excerpt import Piece, body_pieces, title_pieces
from .models import Document
from .question import Question, read
from .rights import readable_by
from .synonyms import synonyms

PER_PAGE, SUGGESTED = 20, 8
# How much more a word counts in a title than in a text.
IN_TITLE = 10


@dataclass(frozen=True, kw_only=True)
class Hit:
    """A document that was found, with the searched words marked."""

    kind: str
    reference: str
    url: str
    is_public: bool
    title: list[Piece]
    excerpt: list[Piece]


@dataclass(frozen=True, kw_only=True)
class Found:
    """One page of what was found. `kinds` counts all of it; `is_loose` where only a part of the question fits."""

    hits: list[Hit]
    kinds: dict[str, int]
    total: int
    page: int
    last_page: int
    is_loose: bool = False


NOTHING = Found(hits=[], kinds={}, total=0, page=1, last_page=1)


def find(typed: str, *, actor: Actor, kind: str = "", page: int = 1) -> Found:
    """What the actor may read and the typed words are found in, the best first.

    Where nothing has all of the words, what has some of them.
    """
    question = read(typed, synonyms())
    if not question.wanted:
        return NOTHING
    strict = found_page(question, actor, kind, page)
    if strict.kinds or len(question.wanted) == 1:
        return strict
    return found_page(question.loosened(), actor, kind, page)


def found_page(question: Question, actor: Actor, kind: str, page: int) -> Found:
    matching = matches(question, actor)
    counts = matching.order_by().values("kind").annotate(number=Count("pk")).values_list("kind", "number")
    kinds = dict(sorted(counts, key=lambda each: (-each[1], each[0])))
    total = kinds.get(kind, 0) if kind else sum(kinds.values())
    last_page = max(1, -(-total // PER_PAGE))
    page = min(max(page, 1), last_page)
    rows = matching.filter(kind=kind) if kind else matching
    start = (page - 1) * PER_PAGE
    return Found(
        hits=[hit_of(row, question) for row in best(rows, start, start + PER_PAGE)] if total else [],
        kinds=kinds,
        total=total,
        page=page,
        last_page=last_page,
        is_loose=question.any_will_do,
    )


def suggest(typed: str, *, actor: Actor) -> list[str]:
    """Titles that go on as somebody is typing, among what the actor may read."""
    question = read(typed, synonyms())
    if not question.wanted:
        return []
    rows = best(matches(question.still_typed(), actor, title_only=True), 0, SUGGESTED * 2)
    return list(dict.fromkeys(row.title for row in rows))[:SUGGESTED]


def matches(question: Question, actor: Actor, *, title_only: bool = False) -> QuerySet[Document]:
    """The readable documents that fit, each with its `score`, the least best.

    `extra` because the full-text index of SQLite is a table beside the documents, which the ORM cannot join.
    """
    readable = Document.objects.filter(readable_by(actor))
    if connection.vendor == "sqlite":
        return readable.extra(
            select={"score": f"bm25(search_index, {IN_TITLE}.0, 1.0)"},
            tables=["search_index"],
            where=["search_index.rowid = search_document.id", "search_index MATCH %s"],
            params=[for_sqlite(question, title_only=title_only)],
        )
    query = for_postgresql(question, title_only=title_only)
    return readable.extra(
        select={"score": f"-ts_rank('{{{1 / IN_TITLE},0,0,1}}', words, %s::tsquery, 1)"},
        select_params=[query],
        where=["words @@ %s::tsquery"],
        params=[query],
    )


def best(rows: QuerySet[Document], start: int, end: int) -> Iterator[Any]:
    """Part of the list, the best first; equals in the order in which they came into the index."""
    return iter(rows.extra(order_by=["score", "id"])[start:end])


def hit_of(row: Document, question: Question) -> Hit:
    return Hit(
        kind=row.kind,
        reference=row.reference,
        url=row.url,
        is_public=row.public,
        title=title_pieces(row, question),
        excerpt=body_pieces(row, question),
    )
