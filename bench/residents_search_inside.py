"""Measure the search of people inside a process of the city; started by residents_search.py."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from statistics import median
from typing import Any

import django

from .figures import measured, milliseconds, spread

CALLS = 10
FEWER, PAIRS = 1, 200
# Common and rare, of one letter and of several, in kanji, kana and Latin, and two that nobody has.
MIDDLES = (
    "田",
    "藤",
    "村",
    "郎",
    "子",
    "た",
    "ん",
    "たなべ",
    "なか",
    "うた",
    "ろう",
    "んざぶろ",
    "ari",
    "無無",
    "ぬぬぬ",
)
REAL_CITY = 300_000
ON = date(2014, 5, 1)
WHY = "窓口での届出・申請のため"


def main() -> None:
    django.setup()
    aim = float(sys.argv[1])
    for told in (counts(), searches(aim), as_in_a_real_city(), without_parts(), hidden_and_absent()):
        for line in told:
            print(line, flush=True)


def counts() -> Iterator[str]:
    from jichi.domains.residents.models import Entry, NameKey, NamePart, Person

    tables = (Person, Entry, NameKey, NamePart)
    people, entries, keys, parts = (table.objects.count() for table in tables)
    each, load = keys / people, os.getloadavg()[0]
    yield (
        f"{people:,} people, {entries:,} entries, {keys:,} keys of names ({each:.1f} a person), {parts:,} parts of names; "
        f"load {load:.1f}"
    )


def terms() -> dict[str, list[dict[str, str]]]:
    """What clerks type, taken from the register itself: people far apart on it, and the commonest names."""
    from jichi.domains.residents.models import Entry

    step = max(Entry.objects.count() // 25, 1)
    first = Entry.objects.earliest("pk").pk
    wanted = [first + step * number for number in range(25)]
    rows = list(
        Entry.objects.filter(pk__in=wanted, superseded_at__isnull=True, town__isnull=False).select_related(
            "town", "person"
        )
    )
    whole = [row for row in rows if row.birth and "　" in row.name]
    return {
        "the commonest surnames": [{"name": name} for name in ("佐藤", "鈴木", "高橋", "さとう", "スズキ")],
        "a common surname and a year of birth": [
            {"name": "佐藤", "birth": str(row.birth.year)} for row in whole
        ],  # type: ignore[union-attr]
        "the whole name": [{"name": row.name} for row in whole],
        "the kana": [{"name": row.kana} for row in whole],
        "the surname's first letter": [{"name": row.name[0]} for row in whole],
        "a given name": [{"name": row.name.partition("　")[2]} for row in whole],
        "the middle of a name": [{"name": word} for word in MIDDLES],
        "the middle of a name and a year of birth": [
            {"name": word, "birth": str(row.birth.year)} for word, row in zip(MIDDLES, whole, strict=False)
        ],  # type: ignore[union-attr]
        "the middle of a name and a town": [
            {"name": word, "town": row.town.name}
            for word, row in zip(MIDDLES, whole, strict=False)
            if row.town
        ],
        "name and birth": [{"name": row.name, "birth": str(row.birth)} for row in whole],
        "a day of birth": [{"birth": str(row.birth)} for row in whole],
        "a year of birth": [{"birth": str(row.birth.year)} for row in whole],  # type: ignore[union-attr]
        "a town": [{"town": row.town.name} for row in rows if row.town],
        "a town and a lot": [{"town": row.town.name, "lot": row.lot} for row in rows if row.town],
        "a town and a surname": [
            {"town": row.town.name, "name": row.name.partition("　")[0]} for row in whole if row.town
        ],
        "a person's number": [{"number": row.person.number} for row in rows],
    }


def searches(aim: float) -> Iterator[str]:
    from jichi.domains.residents.actions.find_people import find_people
    from jichi.domains.residents.queries.finding import people_found
    from jichi.domains.residents.rules.search_terms import search_for

    clerk, all_times = somebody("registry_clerk"), list[float]()
    for kind, asked in terms().items():
        wanted = [search_for(**each) for each in asked]
        for search in wanted:
            people_found(clerk, search, ON)
        times = [
            milliseconds(partial(people_found, clerk, search, ON)) for _ in range(CALLS) for search in wanted
        ]
        all_times += times
        yield f"{kind}: {spread(times)}"
    whole = spread(all_times)
    yield f"all of these: {whole} (aim p95 {aim:.0f} ms: {'met' if whole.p95 <= aim else 'missed'})"
    search = search_for(name="佐藤")
    whole = measured(lambda: find_people(actor=clerk, search=search, why=WHY, on=ON), calls=CALLS)
    yield f"the whole act for 佐藤, noted and on the record: {whole}"


@contextmanager
def undone() -> Iterator[None]:
    """What a measurement adds to the register does not stay."""
    from django.db import transaction

    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def middles() -> Iterator[float]:
    from jichi.domains.residents.queries.finding import people_found
    from jichi.domains.residents.rules.search_terms import search_for

    clerk = somebody("registry_clerk")
    for word in MIDDLES:
        search = search_for(name=word)
        people_found(clerk, search, ON)
        yield from (milliseconds(partial(people_found, clerk, search, ON)) for _ in range(CALLS))


def as_in_a_real_city() -> Iterator[str]:
    """The generated city has few different names. A real one has some hundred thousand parts of names to look through."""
    from jichi.domains.residents.models import NamePart

    made = (NamePart(text=f"{chr(0x4E00 + number % 20_000)}{number:06d}") for number in range(REAL_CITY))
    with undone():
        NamePart.objects.bulk_create(made, batch_size=10_000)
        yield f"the middle of a name among {REAL_CITY:,} more parts of names, which nobody bears: {spread(middles())}"


def without_parts() -> Iterator[str]:
    """The same words in the names and kana of the records that hold now; the first thousand, as they come."""
    from django.db.models import Q

    from jichi.domains.residents.models import Entry

    now = Entry.objects.filter(until__isnull=True, superseded_at__isnull=True)

    def like(word: str) -> None:
        list(now.filter(Q(name__contains=word) | Q(kana__contains=word)).values_list("person")[:1001])

    times = [milliseconds(partial(like, word)) for _ in range(FEWER) for word in MIDDLES]
    yield f"for comparison, the same words as LIKE '%…%' over the records, exact spelling only: {spread(times)}"


def hidden_and_absent() -> Iterator[str]:
    with undone():
        yield from hidden_beside_absent()


def alone_at_their_address(clerk: Any) -> tuple[Any, str]:
    """The record of somebody whom town, lot and birth find alone, and the birth of somebody else, which finds nobody there."""
    from jichi.domains.residents.models import Entry
    from jichi.domains.residents.queries.finding import people_found
    from jichi.domains.residents.rules.search_terms import search_for

    living = Entry.objects.filter(until__isnull=True, superseded_at__isnull=True, standing="registered")
    middle = (
        living.filter(pk__gte=Entry.objects.count() // 2)
        .select_related("town__ward", "person")
        .order_by("pk")
    )
    some = list(middle[:200])
    for entry, other in zip(some, some[100:], strict=False):
        there = {"town": entry.town.name, "lot": entry.lot}  # type: ignore[union-attr]
        counts = [
            people_found(clerk, search_for(**there, birth=str(each.birth)), ON).total
            for each in (entry, other)
        ]
        if counts == [1, 0]:
            return entry, str(other.birth)
    raise LookupError("Nobody lives alone.")


def hidden_beside_absent() -> Iterator[str]:
    """The same question about a hidden address and about one where nobody lives, in turn."""
    from jichi.domains.residents.actions.protection.apply_for_protection import (
        Application,
        apply_for_protection,
    )
    from jichi.domains.residents.queries.finding import people_found
    from jichi.domains.residents.rules.protection_words import Harm
    from jichi.domains.residents.rules.search_terms import search_for
    from jichi.kernel.access.actor import machine
    from jichi.kernel.access.roles import Role

    clerk = somebody("registry_clerk")
    entry, birth_elsewhere = alone_at_their_address(clerk)
    application = Application(
        ward=entry.town.ward,
        applicant=entry.person,
        harm=Harm.OTHER,
        named_name="デモ",
        is_demo=True,  # type: ignore[union-attr]
    )
    apply_for_protection(actor=machine("bench", Role.REGISTRY_CHIEF), application=application, on=ON)
    hidden = search_for(town=entry.town.name, lot=entry.lot, birth=str(entry.birth))  # type: ignore[union-attr]
    absent = search_for(town=entry.town.name, lot=entry.lot, birth=birth_elsewhere)  # type: ignore[union-attr]
    pairs = [
        tuple(milliseconds(partial(people_found, clerk, each, ON)) for each in order)
        for number in range(PAIRS)
        for order in [(hidden, absent) if number % 2 else (absent, hidden)]
    ]
    times = [(pair if number % 2 else pair[::-1]) for number, pair in enumerate(pairs)]
    first, second = [pair[0] for pair in times], [pair[1] for pair in times]
    yield (
        f"a hidden address {median(first):.2f} ms, one where nobody lives {median(second):.2f} ms; the hidden one took longer in "
        f"{sum(a > b for a, b in times) * 100 // len(times)} of 100 pairs ({len(times)} pairs, in turn)"
    )


def somebody(role: str) -> Any:
    from jichi.kernel.access.actor import Actor, ActorKind
    from jichi.kernel.access.roles import Held, Role

    held = frozenset({Held(role=Role(role), ward="14131")})
    return Actor(kind=ActorKind.PERSON, name="デモ", held=held)


if __name__ == "__main__":
    main()
