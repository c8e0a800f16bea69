"""The journal of the index: which documents changed, in an order that no reader can miss a part of.

On PostgreSQL a change that was numbered first may be committed last. So a reader remembers the oldest transaction
that was still running when it last read, and reads everything from there again: twice is once.
"""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection

from jichi.kernel.clock.reading import now

from .models import Change

POSTGRESQL_NEW = """
SELECT change.id, change.key, change.stamp, snapshot.oldest
FROM (SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS oldest) snapshot
LEFT JOIN search_change change ON change.born >= %s OR change.id = %s ORDER BY change.id
"""
SQLITE_NEW = "SELECT id, key, stamp, 0 FROM search_change WHERE id >= %s ORDER BY id"


@dataclass(frozen=True)
class Line:
    """One change, as the journal tells it."""

    id: int
    key: str
    stamp: int


@dataclass(frozen=True)
class Mark:
    """How far a reader has read: the last line, and what of the lines from `oldest` on it knows."""

    last: tuple[int, int] = (0, 0)
    oldest: int = 0
    known: frozenset[tuple[int, int]] = frozenset()


class JournalTurnedBack(Exception):
    """The line a reader knew last is not there: an act was undone, or a backup was put in place."""


def note(keys: Iterable[str]) -> None:
    """Say in the running transaction that these documents changed."""
    born, at = this_transaction(), now()
    Change.objects.bulk_create(Change(key=key, stamp=secrets.randbits(62), born=born, at=at) for key in keys)


def read_on(mark: Mark) -> tuple[list[Line], Mark]:
    """The lines that are new since the mark, and the next mark.

    Raises: JournalTurnedBack.
    """
    lines, oldest = lines_since(mark)
    stamps = {(line.id, line.stamp) for line in lines}
    if mark.last[0] and mark.last not in stamps:
        raise JournalTurnedBack
    new = [
        line
        for line in lines
        if (line.id, line.stamp) not in mark.known and (line.id, line.stamp) != mark.last
    ]
    last = max([mark.last, *stamps])
    return new, Mark(last=last, oldest=oldest, known=frozenset(stamps))


def lines_since(mark: Mark) -> tuple[list[Line], int]:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(SQLITE_NEW, [mark.last[0]])
        else:
            cursor.execute(POSTGRESQL_NEW, [mark.oldest, mark.last[0]])
        rows = cursor.fetchall()
    oldest = rows[0][3] if rows else 0
    return [Line(*row[:3]) for row in rows if row[0] is not None], oldest


def start() -> Mark:
    """A mark at the end of the journal: whoever takes it reads all documents next, and only then reads on."""
    oldest = oldest_running()
    newest = Change.objects.order_by("-id").values_list("id", "stamp").first() or (0, 0)
    if connection.vendor == "sqlite":
        return Mark(last=newest)
    known = Change.objects.filter(born__gte=oldest).values_list("id", "stamp")
    return Mark(last=newest, oldest=oldest, known=frozenset(known))


def oldest_running() -> int:
    """The number of the oldest transaction that is not over yet."""
    if connection.vendor == "sqlite":
        return 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
        return int(cursor.fetchone()[0])


def this_transaction() -> int:
    if connection.vendor == "sqlite":
        return 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_xact_id()::text::bigint")
        return int(cursor.fetchone()[0])
