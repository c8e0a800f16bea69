"""A worker is killed with -9 in the middle of a job: nothing is lost and nothing is done twice."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.shared_city import SECONDS, SharedCity

from jichi.kernel.tasks.tests.bodies import EFFECT, count_when_told

pytestmark = pytest.mark.django_db(transaction=True)


class City(SharedCity):
    def worker(self) -> subprocess.Popen[bytes]:
        return self.process("-m", "jichi.cli", "work", "--once")


@pytest.fixture
def city(tmp_path: Path) -> Iterator[City]:
    count_when_told.enqueue(started=str(tmp_path / "started"), go=str(tmp_path / "go"))
    made = City(tmp_path)
    yield made
    made.wrapper.close()


def effects(city: City) -> int:
    return city.ask("SELECT count(*) FROM tasks_schedule WHERE name LIKE %s", f"{EFFECT}%")[0]


def state(city: City) -> tuple[str, int]:
    return city.ask(
        "SELECT status, attempts FROM django_tasks_database_dbtaskresult j JOIN tasks_hold h ON h.job_id = j.id"
        " WHERE task_path = %s",
        count_when_told.module_path,
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

    city.lose_leases()
    go.unlink()
    go.write_text("go")
    assert city.worker().wait(SECONDS) == 0

    assert effects(city) == 1
    assert state(city) == ("SUCCESSFUL", 2)
