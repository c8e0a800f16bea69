"""SQLite: rows in thousands; indices that can be taken away are made anew behind them, in the same transaction."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import connection

from ...rules.filing.loadable import Filling
from ...rules.filing.staging import Stage
from .tables import FILLED, names

ROWS = 20_000


def hold() -> None:
    """There is one writer at a time already: BEGIN IMMEDIATE."""


def fill(stage: Stage, filling: Filling) -> None:
    table = FILLED[filling.table]
    marks = ", ".join("?" * len(filling.columns))
    found = stage.base.cursor().execute(in_words_of_sqlite(stage, filling.query))
    base = connection.connection
    while rows := found.fetchmany(ROWS):
        base.executemany(f"INSERT INTO {table} ({names(filling.columns)}) VALUES ({marks})", rows)


def in_words_of_sqlite(stage: Stage, query: str) -> str:
    """The same rows as Django keeps them in SQLite: days and moments as texts, UUIDs without hyphens."""
    said = stage.base.execute(f"DESCRIBE {query}").fetchall()
    columns = ", ".join(written(f"#{number}", kind) for number, (_, kind, *_) in enumerate(said, 1))
    return f"SELECT {columns} FROM ({query})"


def written(column: str, kind: str) -> str:
    match kind:
        case "DATE":
            return f"strftime({column}, '%Y-%m-%d')"
        case "TIMESTAMP WITH TIME ZONE":
            moment = f"({column} AT TIME ZONE 'UTC')"
            second = "'%Y-%m-%d %H:%M:%S'"
            whole, part = f"strftime({moment}, {second})", f"strftime({moment}, {second[:-1]}.%f')"
            return f"CASE WHEN epoch_us({moment}) % 1000000 = 0 THEN {whole} ELSE {part} END"
        case "UUID":
            return f"replace({column}::VARCHAR, '-', '')"
        case "BOOLEAN":
            return f"{column}::INTEGER"
    return column


@contextmanager
def without_indices(tell: Callable[[str, float], None]) -> Iterator[None]:
    """Take indices of the tables away for a while. A transaction that fails brings them back."""
    marks = ", ".join(["%s"] * len(FILLED))
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ({marks})"
            " ORDER BY name",
            list(FILLED.values()),
        )
        indices = cursor.fetchall()
        for name, _ in indices:
            cursor.execute(f'DROP INDEX "{name}"')
    yield
    with connection.cursor() as cursor:
        for number, (_, made) in enumerate(indices):
            tell("index", number / len(indices))
            cursor.execute(made)


# SQLite counts all NULLs of a unique column as one key that many rows share, and then reads the whole table rather than
# its index: a join to the movement that voids another took 20 seconds.
ONE_ROW_A_KEY = """
    UPDATE sqlite_stat1 SET stat = substr(stat, 1, instr(stat, ' ')) || '1'
    WHERE idx LIKE 'sqlite_autoindex_%' AND stat LIKE '% %' AND stat NOT LIKE '% % %'
"""


def reckon() -> None:
    """Let the planner know what is in the tables now."""
    with connection.cursor() as cursor:
        for table in FILLED.values():
            cursor.execute(f"ANALYZE {table}")
        cursor.execute(ONE_ROW_A_KEY)
        cursor.execute("ANALYZE sqlite_schema")
