"""The city of a test where other processes can reach it, as they run in an installation."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

SECONDS = 60


class SharedCity:
    """The committed state of this test's database, and processes on it."""

    def __init__(self, folder: Path) -> None:
        self.settings = dict(connection.settings_dict)
        if connection.vendor == "sqlite":
            # The test database may live in memory only: other processes get a copy on disk.
            self.settings["NAME"] = str(folder / "city.sqlite3")
            with connection.cursor() as cursor:
                cursor.execute("VACUUM INTO %s", [self.settings["NAME"]])
        self.wrapper: BaseDatabaseWrapper = type(connection._connections[connection._alias])(
            self.settings, "city"
        )

    @property
    def url(self) -> str:
        if connection.vendor == "sqlite":
            return f"sqlite:///{self.settings['NAME']}"
        s = self.settings
        return f"postgres://{s['USER']}:{s['PASSWORD']}@{s['HOST']}:{s['PORT']}/{s['NAME']}"

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        with self.wrapper.cursor() as cursor:
            cursor.execute(sql, values)
            return cursor.fetchall() if cursor.description else []

    def ask(self, sql: str, *values: Any) -> Any:
        """The first row of an answer, nothing of a statement that has none."""
        return next(iter(self.rows(sql, *values)), None)

    def process(self, *words: str, **settings: str) -> subprocess.Popen[bytes]:
        """Python at work on this city."""
        environment = {
            **os.environ,
            "DATABASE_URL": self.url,
            "PYTHONPATH": os.pathsep.join(sys.path),
            **settings,
        }
        return subprocess.Popen([sys.executable, *words], env=environment, stdout=subprocess.DEVNULL)

    def lose_leases(self) -> None:
        """The time that a dead worker's lease lasts has passed, and so has the wait before another attempt."""
        self.ask("UPDATE tasks_hold SET until = '2012-07-09 00:00:00+00:00' WHERE until IS NOT NULL")
