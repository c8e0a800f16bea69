"""Numbers for acts that are no movements, drawn from the movements' own row of numbers.

On the public record a protection, a look and a search must look like a movement: their streams bear a number of the
same kind, with no gap and no row of their own by which an outsider could count or tell them apart.
"""

from django.db import connection
from django.db.backends.utils import CursorWrapper

from ..models import Movement
from ..rules import numbers

TABLE = Movement._meta.db_table


def next_act_number() -> str:
    """The next public number of an act, for example `22-0001-4`. Called inside an action only."""
    with connection.cursor() as cursor:
        serial = (next_on_sqlite if connection.vendor == "sqlite" else next_on_postgresql)(cursor)
    return numbers.number(numbers.ACT, serial)


def next_on_postgresql(cursor: CursorWrapper) -> int:
    cursor.execute("SELECT nextval(pg_get_serial_sequence(%s, 'id'))", [TABLE])
    return int(cursor.fetchone()[0])


def next_on_sqlite(cursor: CursorWrapper) -> int:
    """SQLite keeps the last number of each table in a table, which has no row before the first movement."""
    cursor.execute("UPDATE sqlite_sequence SET seq = seq + 1 WHERE name = %s", [TABLE])
    if not cursor.rowcount:
        cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, 1)", [TABLE])
    cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [TABLE])
    return int(cursor.fetchone()[0])
