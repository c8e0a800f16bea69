"""The one box: what was typed, as pages of results, counts by facet, and suggestions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import tantivy

from jichi.kernel.access.actor import Actor

from .asking import every, narrowed_to, readable_by, wanted_by
from .excerpt import Piece, body_pieces, title_pieces
from .guess import meant_by, surfaces_of, titles_read
from .mirror import searcher
from .models import Document
from .question import Question, read
from .rights import readable_by as readable_rows
from .schema import FACETS, keys_of
from .synonyms import synonyms

PER_PAGE, SUGGESTED = 20, 8
# The best so many are put in order and shown; all are counted.
MOST_SHOWN = 1_000
# So many are put in order for the first pages, which most readers do not go beyond.
AT_FIRST = 200
MOST_VALUES = 200
NOT_SHOWN = ("title_letters", "title_spellings")
Counts = dict[str, int]


@dataclass(frozen=True, kw_only=True)
class Narrowed:
    """What the finds are narrowed to: a kind, the codes of a ward and of a bureau, a year. Empty: all."""

    kind: str = ""
    ward: str = ""
    bureau: str = ""
    year: str = ""


EVERYTHING = Narrowed()


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
    """One page of what was found.

    `facets` count everything that fits, by kind, ward, bureau and year, each as if it alone were not narrowed.
    `total` counts what fits all. `is_loose` where only a part of the question fits; `meant` is what may have been
    meant where nothing fits the whole.
    """

    hits: list[Hit]
    facets: dict[str, Counts] = field(default_factory=lambda: {name: {} for name in FACETS})
    total: int = 0
    page: int = 1
    last_page: int = 1
    is_loose: bool = False
    meant: str = ""

    @property
    def kinds(self) -> Counts:
        return self.facets["kind"]

    @property
    def is_cut(self) -> bool:
        """Whether more was found than can be leafed through."""
        return self.total > MOST_SHOWN


def find(typed: str, *, actor: Actor, narrowed: Narrowed = EVERYTHING, page: int = 1) -> Found:
    """What the actor may read and the typed words are found in, the best first.

    Where nothing has all of the words, what has some of them.
    """
    mirror, readable = searcher(), readable_by(actor)
    question = read(typed, synonyms(), partial(surfaces_of, mirror, readable))
    if not question.wanted:
        return Found(hits=[])
    search = Search(mirror, readable, actor, narrowed)
    strict = search.page(question, page)
    if strict.kinds:
        return strict
    meant = meant_by(typed, mirror, readable)
    loose = search.page(question.loosened(), page, meant) if len(question.wanted) > 1 else None
    return loose or Found(hits=[], meant=meant)


@dataclass(frozen=True)
class Search:
    """One search: in which state of the mirror, by whom, narrowed to what."""

    mirror: tantivy.Searcher
    readable: tantivy.Query
    actor: Actor
    narrowed: Narrowed

    def page(self, question: Question, number: int, meant: str = "") -> Found:
        matching = every([wanted_by(question), self.readable])
        facets, chosen = self.facets(matching), vars(self.narrowed)
        fitting = every([matching, *narrowed_to(chosen)])
        ids, total = ranked(self.mirror, fitting, AT_FIRST if number * PER_PAGE <= AT_FIRST else MOST_SHOWN)
        last = max(1, -(-min(total, MOST_SHOWN) // PER_PAGE))
        number = min(max(number, 1), last)
        rows = rows_of(ids[(number - 1) * PER_PAGE : number * PER_PAGE], self.actor)
        return Found(
            hits=[hit_of(row, question) for row in rows],
            facets=facets,
            total=total,
            page=number,
            last_page=last,
            is_loose=question.any_will_do,
            meant=meant,
        )

    def facets(self, matching: tantivy.Query) -> dict[str, Counts]:
        """The counts of each facet, narrowed by the others but not by itself: so its other values stay in sight."""
        chosen = vars(self.narrowed)
        free = [name for name in FACETS if not chosen[name]]
        found = counted(self.mirror, every([matching, *narrowed_to(chosen)]), free)
        for name in FACETS:
            if chosen[name]:
                others = {other: value for other, value in chosen.items() if other != name}
                found |= counted(self.mirror, every([matching, *narrowed_to(others)]), [name])
        return {name: found[name] for name in FACETS}


def ranked(mirror: tantivy.Searcher, query: tantivy.Query, most: int) -> tuple[list[int], int]:
    """The keys of the best documents in order, and how many fit; equals in the order in which they came.

    Scores are rounded: those of two processes differ in the last places.
    """
    result = mirror.search(query, most)
    keys = keys_of(mirror, [address for _, address in result.hits]) if result.hits else []
    scored = zip((-round(float(score), 3) for score, _ in result.hits), keys, strict=True)
    # The number stands in the answer, whatever its type's description says.
    return [key for _, key in sorted(scored)], int(result.count or 0)  # type: ignore[attr-defined]


def counted(mirror: tantivy.Searcher, query: tantivy.Query, names: list[str]) -> dict[str, Counts]:
    asked = {name: {"terms": {"field": name, "size": MOST_VALUES}} for name in names}
    answer: Mapping[str, Any] = mirror.aggregate(query, asked) if names else {}
    return {name: in_order(answer[name]["buckets"]) for name in names}


def in_order(buckets: list[dict[str, Any]]) -> Counts:
    """The most first, equals by their name."""
    ordered = sorted(buckets, key=lambda bucket: (-bucket["doc_count"], bucket["key"]))
    return {bucket["key"]: int(bucket["doc_count"]) for bucket in ordered}


def rows_of(ids: list[int], actor: Actor) -> list[Document]:
    """The documents in this order. The database is asked once more what the actor may read."""
    rows = Document.objects.filter(readable_rows(actor)).defer(*NOT_SHOWN).in_bulk(ids) if ids else {}
    return [rows[key] for key in ids if key in rows]


def suggest(typed: str, *, actor: Actor) -> list[str]:
    """Titles that go on as somebody is typing, among what the actor may read; kana find what is read so."""
    mirror, readable = searcher(), readable_by(actor)
    question = read(typed, synonyms())
    if not question.wanted:
        return []
    queries = [wanted_by(question.still_typed(), title_only=True), titles_read(typed)]
    ids = [
        key
        for query in queries
        if query is not None
        for key in ranked(mirror, every([query, readable]), SUGGESTED * 4)[0]
    ]
    titles = [row.title for row in rows_of(list(dict.fromkeys(ids)), actor)]
    return list(dict.fromkeys(titles))[:SUGGESTED]


def hit_of(row: Document, question: Question) -> Hit:
    return Hit(
        kind=row.kind,
        reference=row.reference,
        url=row.url,
        is_public=row.public,
        title=title_pieces(row, question),
        excerpt=body_pieces(row, question),
    )
