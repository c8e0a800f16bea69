"""PostgreSQL: COPY from the stage through a pipe; indices and foreign keys are made anew behind it, in the same transaction."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from django.db import connection

from ...rules.filing.loadable import Filling
from ...rules.filing.staging import Stage
from .tables import FILLED, names

PIECE = 1 << 20
MAKING = "SET LOCAL maintenance_work_mem = '512MB'"


def hold() -> None:
    """Nobody else writes into these tables until the load is done; readers go on."""
    with connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {', '.join(FILLED.values())} IN SHARE ROW EXCLUSIVE MODE")


def fill(stage: Stage, filling: Filling) -> None:
    table = FILLED[filling.table]
    with connection.cursor() as cursor:
        with cursor.copy(f"COPY {table} ({names(filling.columns)}) FROM STDIN (FORMAT csv)") as rows:
            for piece in pieces(stage, filling.query):
                rows.write(piece)
        cursor.execute(f"SELECT setval('{table}_id_seq', (SELECT max(id) FROM {table}))")


def pieces(stage: Stage, query: str) -> Iterator[bytes]:
    """What a query on the stage gives, as CSV: the engine writes into a pipe while the database reads from it."""
    pipe = stage.folder / "rows.pipe"
    os.mkfifo(pipe, 0o600)
    writer = Writer(stage, query, pipe)
    writer.start()
    try:
        with pipe.open("rb") as rows:
            while piece := rows.read(PIECE):
                yield piece
    finally:
        writer.join()
        pipe.unlink()
    if writer.fault:
        raise writer.fault


class Writer(Thread):
    """The engine's side of the pipe."""

    def __init__(self, stage: Stage, query: str, pipe: Path) -> None:
        super().__init__(daemon=True)
        self.base, self.query, self.pipe = stage.base.cursor(), query, pipe
        self.fault: Exception | None = None

    def run(self) -> None:
        try:
            self.base.execute(
                f"COPY ({self.query}) TO '{self.pipe}' (FORMAT csv, HEADER false, USE_TMP_FILE false)"
            )
        except Exception as fault:  # noqa: BLE001 - told to the other side, which raises it
            self.fault = fault


@contextmanager
def without_indices(tell: Callable[[str, float], None]) -> Iterator[None]:
    """Take indices and foreign keys of the tables away for a while. A transaction that fails brings them back."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(CONSTRAINTS, [list(FILLED.values())])
        constraints = cursor.fetchall()
        cursor.execute(INDICES, [list(FILLED.values())])
        indices = cursor.fetchall()
        for table, name, _ in constraints:
            cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
        for name, _ in indices:
            cursor.execute(f'DROP INDEX "{name}"')
    yield
    with connection.cursor() as cursor:
        cursor.execute(MAKING)
        for number, (_, made) in enumerate(indices):
            tell("index", number / (len(indices) + len(constraints)))
            cursor.execute(made)
        for number, (table, name, made) in enumerate(constraints, len(indices)):
            tell("index", number / (len(indices) + len(constraints)))
            cursor.execute(f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {made}')


def reckon() -> None:
    """Let the planner know what is in the tables now."""
    with connection.cursor() as cursor:
        for table in FILLED.values():
            cursor.execute(f"ANALYZE {table}")


CONSTRAINTS = """
    SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
    WHERE conrelid = ANY(%s::regclass[]) AND contype IN ('u', 'f') ORDER BY contype DESC, conname
"""
INDICES = """
    SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
    WHERE indrelid = ANY(%s::regclass[]) AND NOT indisprimary
      AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = indexrelid AND c.contype IN ('p', 'u'))
    ORDER BY 1
"""
