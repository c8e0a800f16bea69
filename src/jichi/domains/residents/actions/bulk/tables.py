"""The tables that a load fills, and the rows that are there already."""

from collections.abc import Sequence

from django.db import connection

from ...models import Entry, Household, Movement, NameKey, Person

FILLED = {
    "household": Household._meta.db_table,
    "person": Person._meta.db_table,
    "movement": Movement._meta.db_table,
    "entry": Entry._meta.db_table,
    "namekey": NameKey._meta.db_table,
}


def last_keys() -> dict[str, int]:
    """The last key of each table that was ever given, also to a row that was rolled back."""
    with connection.cursor() as cursor:
        return {name: last_key(cursor, table) for name, table in FILLED.items()}


def last_key(cursor: object, table: str) -> int:
    run = cursor.execute  # type: ignore[attr-defined]
    if connection.vendor == "postgresql":
        run(f"SELECT greatest(coalesce(max(id), 0), (SELECT last_value FROM {table}_id_seq)) FROM {table}")
    else:
        run(
            f"SELECT max(coalesce((SELECT max(id) FROM {table}), 0),"
            f" coalesce((SELECT seq FROM sqlite_sequence WHERE name = '{table}'), 0))"
        )
    return int(cursor.fetchone()[0])  # type: ignore[attr-defined]


def names(columns: Sequence[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)
