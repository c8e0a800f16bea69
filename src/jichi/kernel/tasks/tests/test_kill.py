"""A worker is killed with -9 in the middle of a job: nothing is lost and nothing is done twice."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

from jichi.kernel.tasks.tests.bodies import EFFECT, count_when_told

pytestmark = pytest.mark.django_db(transaction=True)
SECONDS = 60


class City:
    """The committed state of this test's database, where another process can reach it."""

    def __init__(self, folder: Path) -> None:
        self.settings = dict(connection.settings_dict)
        if connection.vendor == "sqlite":
            # The test database may live in memory only: the other process gets a copy on disk.
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

    def ask(self, sql: str, *values: Any) -> list[Any]:
        with self.wrapper.cursor() as cursor:
            cursor.execute(sql, values)
            return cursor.fetchone() if cursor.description else []

    def worker(self) -> subprocess.Popen[bytes]:
        environment = {**os.environ, "DATABASE_URL": self.url, "PYTHONPATH": os.pathsep.join(sys.path)}
        return subprocess.Popen([sys.executable, "-m", "jichi.cli", "work", "--once"], env=environment)


@pytest.fixture
def city(tmp_path: Path) -> Iterator[City]:
    count_when_told.enqueue(started=str(tmp_path / "started"), go=str(tmp_path / "go"))
    made = City(tmp_path)
    yield made
    made.wrapper.close()


def effects(city: City) -> int:
    return city.ask("SELECT count(*) FROM tasks_schedule WHERE name LIKE %s", f"{EFFECT}%")[0]


def state(city: City) -> tuple[str, int]:
    return tuple(
        city.ask(
            "SELECT status, attempts FROM django_tasks_database_dbtaskresult j JOIN tasks_hold h ON h.job_id = j.id"
            " WHERE task_path = %s",
            count_when_told.module_path,
        )
    )


def wait_until_in_the_middle(worker: subprocess.Popen[bytes], started: Path) -> None:
    end = time.monotonic() + SECONDS
    while not started.exists():
        assert worker.poll() is None, "the worker ended before it reached the job"
        assert time.monotonic() < end, "the worker did not reach the job"
        time.sleep(0.02)


def test_a_job_whose_worker_was_killed_is_done_once_by_the_next(city: City, tmp_path: Path) -> None:
    go = tmp_path / "go"
    os.mkfifo(go)
    first = city.worker()
    wait_until_in_the_middle(first, tmp_path / "started")
    first.send_signal(signal.SIGKILL)
    first.wait(SECONDS)

    assert effects(city) == 0
    assert state(city) == ("RUNNING", 1)

    city.ask("UPDATE tasks_hold SET until = '2012-07-09 00:00:00+00:00' WHERE until IS NOT NULL")
    go.unlink()
    go.write_text("go")
    assert city.worker().wait(SECONDS) == 0

    assert effects(city) == 1
    assert state(city) == ("SUCCESSFUL", 2)
