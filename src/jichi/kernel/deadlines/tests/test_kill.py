"""The nightly run is killed with -9 in mid-transaction: nothing is lost, nothing is recorded or told twice."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.town import Town

from jichi.kernel.access.roles import Role
from jichi.kernel.deadlines.tests import held_up
from jichi.kernel.deadlines.tests.keeping import asked
from jichi.kernel.tasks.tests.test_kill import SECONDS, City, wait_until_in_the_middle

pytestmark = pytest.mark.django_db(transaction=True)
CLOCKS = 3
MISSED = "deadlines.deadline.missed"
ACTIONS = "jichi.kernel.deadlines.actions"


@pytest.fixture
def city(town: Town, tmp_path: Path) -> Iterator[City]:
    """Three clocks of 2012, long missed, and one person to be told of each."""
    town.staff(Role.SECTION_STAFF, section=town.section)
    for number in range(CLOCKS):
        asked(town.section, kind=f"test.{number}")
    made = City(tmp_path)
    yield made
    made.wrapper.close()


def count(city: City, sql: str, *values: str) -> int:
    return int(city.ask(f"SELECT count(*) FROM {sql}", *values)[0])


def books(city: City) -> tuple[int, int, int, int]:
    """Missed clocks, their events, notices, mails to send or sent."""
    return (
        count(city, "deadlines_deadline WHERE state = %s", "missed"),
        count(city, "ledger_event WHERE type = %s", MISSED),
        count(city, "notices_notice"),
        count(city, "notices_mail"),
    )


def work(city: City) -> None:
    assert city.worker().wait(SECONDS) == 0


def start_held_up(city: City, module: str, name: str, folder: Path) -> subprocess.Popen[bytes]:
    environment = {
        **os.environ,
        "DATABASE_URL": city.url,
        "PYTHONPATH": os.pathsep.join(sys.path),
        "DJANGO_SETTINGS_MODULE": "jichi.config.settings",
    }
    told = [module, name, str(folder / "started"), str(folder / "go")]
    return subprocess.Popen([sys.executable, held_up.__file__, *told], env=environment)


@pytest.mark.parametrize(
    ("module", "name"),
    [(f"{ACTIONS}.mark_missed", "record"), (f"{ACTIONS}.remind_owners", "notify_section")],
)
def test_a_nightly_run_that_was_killed_is_made_up_for_once(
    city: City, tmp_path: Path, module: str, name: str
) -> None:
    os.mkfifo(tmp_path / "go")
    worker = start_held_up(city, module, name, tmp_path)
    wait_until_in_the_middle(worker, tmp_path / "started")
    worker.send_signal(signal.SIGKILL)
    worker.wait(SECONDS)

    missed, recorded, notices, mails = books(city)
    # The run that was not cut off may have been before or after this one.
    assert (missed, recorded) in ((0, 0), (CLOCKS, CLOCKS)), "a half of the run was kept"
    assert (notices, mails) in ((0, 0), (CLOCKS, CLOCKS)), "a half of the reminders was kept"
    assert count(city, "django_tasks_database_dbtaskresult WHERE status = %s", "RUNNING") == 1

    city.ask("UPDATE tasks_hold SET until = '2012-07-09 00:00:00+00:00' WHERE until IS NOT NULL")
    work(city)  # takes the job back, to be tried again in a while
    city.ask("UPDATE django_tasks_database_dbtaskresult SET run_after = '2012-07-09 00:00:00+00:00'")
    work(city)
    assert books(city) == (CLOCKS, CLOCKS, CLOCKS, CLOCKS)

    city.ask("UPDATE tasks_schedule SET last_due = '2012-07-09 00:00:00+00:00'")
    work(city)
    assert books(city) == (CLOCKS, CLOCKS, CLOCKS, CLOCKS), "the next turn of the same day did it again"
