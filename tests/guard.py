"""Lift the triggers that keep the public record from being changed: to test them, and to empty test tables."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

from django.db import connection

MIGRATIONS = [
    import_module("jichi.kernel.ledger.migrations.0002_rows_are_only_added"),
    import_module("jichi.kernel.ledger.migrations.0004_seals_are_only_added"),
    import_module("jichi.kernel.threads.migrations.0002_links_are_only_added"),
    import_module("jichi.domains.residents.migrations.0002_looks_are_only_added"),
]


class Editor:
    """The migration's own statements, without a schema editor: SQLite refuses one inside a transaction."""

    connection = connection

    def execute(self, statement: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement)


@contextmanager
def lifted() -> Iterator[None]:
    """The time in which events can be changed and removed like any other row."""
    editor = Editor()
    if connection.vendor == "postgresql":
        # A table whose foreign keys still wait to be checked cannot lose a trigger.
        editor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    for migration in MIGRATIONS:
        migration.unguard(None, editor)
    try:
        yield
    finally:
        if connection.vendor == "postgresql":
            editor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for migration in MIGRATIONS:
            migration.guard(None, editor)
