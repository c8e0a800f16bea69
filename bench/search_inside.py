"""Measure the search inside a process of the city; started by search.py."""

import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path

import django
from django.conf import settings
from django.db import connection, transaction

from .figures import measured, milliseconds, spread
from .made_documents import made_documents

# Rare and frequent words, one and several, phrases, kana, half-width, misspelt, with particles, narrowed below.
QUERIES = (
    "議会", "住民投票", "区民会議", "自治基本条例", "町内会 会館", "耐震化", "宮前区 安全", "子育て支援", "ｺｰﾙｾﾝﾀｰ",
    "麻生区 区役所 整備", "じゅうみんとうひょう", "区役所の窓口", "広聴", "土曜日 窓口", "整理番号4711番", "情報公開",
    "京都", "コミュニティ", "区民会儀", "市民", "事業 推進", "市", "区",
)  # fmt: skip
CALLS = 20
BATCH = 500


def main(words: list[str]) -> None:
    django.setup()
    if words[0] == "judged":
        print(judged_order())
        return
    number = int(words[0])
    for line in index_and_search(number):
        print(line)
    if "trigram" in words:
        for line in trigram():
            print(line)


def index_and_search(number: int) -> Iterator[str]:
    from jichi.kernel.access.actor import NOBODY
    from jichi.kernel.search import mirror
    from jichi.kernel.search.find import Narrowed, find, suggest

    yield f"{number:,} documents indexed in {seconds(lambda: fill(number)):.0f} s; {size()} in the database"
    yield f"the first search of a process (the mirror is made): {seconds(mirror.searcher):.1f} s"
    yield f"{len(QUERIES)} queries, {CALLS} times each: {each(lambda typed: find(typed, actor=NOBODY))}"
    narrowed = Narrowed(ward="14135", year="2011")
    yield f"the same, narrowed to a ward and a year: {each(lambda typed: find(typed, actor=NOBODY, narrowed=narrowed))}"
    slowest = max(QUERIES, key=lambda typed: median(lambda: find(typed, actor=NOBODY)))
    found = find(slowest, actor=NOBODY)
    yield f"the slowest, {slowest} ({found.total:,} found): {measured(lambda: find(slowest, actor=NOBODY), calls=CALLS)}"
    yield f"suggestions: {each(lambda typed: suggest(typed[:2], actor=NOBODY))}"
    yield f"an act that indexes a document, and the search that finds it: {spread(acts())}"


def fill(number: int) -> None:
    from jichi.kernel.search.index import index

    documents = made_documents(settings.CITY_FOLDER, number)
    while batch := list(islice(documents, BATCH)):
        with transaction.atomic():
            index(*batch)


def acts() -> Iterator[float]:
    from jichi.kernel.access.actor import NOBODY
    from jichi.kernel.search.document import SearchDocument
    from jichi.kernel.search.find import find
    from jichi.kernel.search.index import index

    def act(number: int) -> None:
        with transaction.atomic():
            title = f"新着{number}号"
            index(SearchDocument(key=f"new/{number}", kind="お知らせ", title=title, body="試し", url="/"))
        assert find(f"新着{number}号", actor=NOBODY).total == 1

    for number in range(CALLS * 2):
        yield milliseconds(partial(act, number))


def each(ask: Callable[[str], object]) -> str:
    """Times by the clock and, since others use the machine too, those of the process alone."""
    for typed in QUERIES:
        ask(typed)
    wall, own = [], []
    for typed in QUERIES * CALLS:
        before = time.thread_time()
        wall.append(milliseconds(partial(ask, typed)))
        own.append((time.thread_time() - before) * 1000)
    alone = spread(own)
    return f"{spread(wall)}; on the processor p50 {alone.p50:.1f} ms, p95 {alone.p95:.1f} ms"


def median(call: Callable[[], object]) -> float:
    return measured(call, calls=5, first=1).p50


def seconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def size() -> str:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return megabytes(Path(connection.settings_dict["NAME"]).stat().st_size)
        cursor.execute(
            "SELECT pg_total_relation_size('search_document') + pg_total_relation_size('search_change')"
        )
        return megabytes(cursor.fetchone()[0])


def megabytes(octets: int) -> str:
    return f"{octets / 1e6:.0f} MB"


def trigram() -> Iterator[str]:
    """SQLite's own trigram index over the same texts: it matches, ranks by bm25 and counts by kind, without rights."""
    path = Path(connection.settings_dict["NAME"]).with_name("trigram.sqlite3")
    beside = sqlite3.connect(path)
    beside.execute("CREATE VIRTUAL TABLE found USING fts5(title, body, kind UNINDEXED, tokenize='trigram')")

    def build() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT title, body, kind FROM search_document ORDER BY id")
            beside.executemany("INSERT INTO found VALUES (?, ?, ?)", cursor)
        beside.commit()

    yield f"SQLite's trigram index: made in {seconds(build):.0f} s, {megabytes(path.stat().st_size)}"

    def ask(typed: str) -> None:
        asked = " ".join(f'"{part}"' for part in typed.split())
        beside.execute(
            "SELECT rowid FROM found WHERE found MATCH ? ORDER BY bm25(found, 4.0, 1.0) LIMIT 20", [asked]
        ).fetchall()
        beside.execute(
            "SELECT kind, count(*) FROM found WHERE found MATCH ? GROUP BY kind", [asked]
        ).fetchall()

    yield f"SQLite's trigram index, the same queries: {each(ask)}; {unfound(beside)}"


def unfound(beside: sqlite3.Connection) -> str:
    """What it cannot find: words of one or two characters, kana, other widths."""
    from jichi.kernel.access.actor import NOBODY
    from jichi.kernel.search.find import find

    def finds(typed: str) -> bool:
        asked = " ".join(f'"{part}"' for part in typed.split())
        return (
            beside.execute("SELECT 1 FROM found WHERE found MATCH ? LIMIT 1", [asked]).fetchone() is not None
        )

    ours = [typed for typed in QUERIES if find(typed, actor=NOBODY).total]
    missed = [typed for typed in ours if not finds(typed)]
    return f"it finds nothing for {len(missed)} of the {len(ours)} that ours finds something for ({'、'.join(missed)})"


def judged_order() -> str:
    from jichi.surfaces.portal.tests.judged import first_titles, judged, ndcg, recall

    asked = [query for query in judged() if not query.nothing]
    shown = {query: first_titles(query.typed) for query in asked}
    first = sum(any(title.startswith(query.best) for title in shown[query][:3]) for query in asked)
    gains = sum(ndcg(query, shown[query]) for query in asked) / len(asked)
    recalls = sum(recall(query, shown[query]) for query in asked) / len(asked)
    return (
        f"demo city, {len(asked)} judged queries: a right record among the first three for {first}, "
        f"nDCG@10 {gains:.2f}, recall@10 {recalls:.2f}"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
