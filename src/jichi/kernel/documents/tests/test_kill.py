"""Several processes issue at once, and some are killed with -9: no number is missing, none is given twice."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings as city_settings
from tests.shared_city import SharedCity
from tests.town import Town

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.timeout(240)]
SECONDS = 90
CLERKS = 4


class Counter:
    """A city on disk and the clerks who issue its documents."""

    def __init__(self, city: SharedCity, folder: Path, section: str) -> None:
        self.city, self.section, self.stop = city, section, folder / "stop"
        self.clerks: list[subprocess.Popen[bytes]] = []

    def clerk(self, *more: str) -> subprocess.Popen[bytes]:
        environment = {
            **os.environ,
            "DATABASE_URL": self.city.url,
            "JICHI_VAR": str(city_settings.VAR),
            "PYTHONPATH": os.pathsep.join(sys.path),
        }
        words = [
            sys.executable,
            "-m",
            "jichi.kernel.documents.tests.clerk",
            self.section,
            str(self.stop),
            *more,
        ]
        started = subprocess.Popen(words, env=environment)
        self.clerks.append(started)
        return started

    def issued(self) -> int:
        return self.city.ask("SELECT count(*) FROM documents_document")[0]

    def wait_for(self, true: Callable[[], bool]) -> None:
        end = time.monotonic() + SECONDS
        while not true():
            assert all(clerk.poll() in (None, -signal.SIGKILL) for clerk in self.clerks), "a clerk failed"
            assert time.monotonic() < end, "it took too long"
            time.sleep(0.02)

    def close(self) -> None:
        for clerk in self.clerks:
            clerk.kill()
            clerk.wait()
        self.city.wrapper.close()


@pytest.fixture
def counter(town: Town, key: str, tmp_path: Path) -> Iterator[Counter]:
    made = Counter(SharedCity(tmp_path), tmp_path, town.section.code)
    yield made
    made.close()


def kill(clerk: subprocess.Popen[bytes]) -> None:
    clerk.send_signal(signal.SIGKILL)
    clerk.wait(SECONDS)


def assert_whole(counter: Counter, documents: int) -> None:
    """1 to n, each once; each with its file and its event; and the series stands at n."""
    ask = counter.city.ask
    serials = ask("SELECT count(DISTINCT serial), min(serial), max(serial), count(*) FROM documents_document")
    assert tuple(serials) == (documents, 1, documents, documents)
    assert ask("SELECT last FROM documents_numberseries")[0] == documents
    assert ask("SELECT count(*) FROM documents_issuedfile WHERE length(pdf) > 1000")[0] == documents
    told = ask("SELECT count(*), max(position) FROM ledger_event WHERE type = 'documents.document.issued'")
    assert tuple(told) == (documents, documents)


def test_many_clerks_leave_no_gap_and_no_double_though_two_are_killed(counter: Counter) -> None:
    for _ in range(CLERKS):
        counter.clerk()
    counter.wait_for(lambda: counter.issued() >= 8)
    kill(counter.clerks[0])
    counter.wait_for(lambda: counter.issued() >= 16)
    kill(counter.clerks[1])
    before = counter.issued()
    counter.wait_for(lambda: counter.issued() >= before + 8)
    counter.stop.touch()
    assert [clerk.wait(SECONDS) for clerk in counter.clerks[2:]] == [0, 0]
    assert_whole(counter, counter.issued())


def test_the_number_of_a_clerk_who_is_killed_before_the_end_is_the_next_ones(
    counter: Counter, tmp_path: Path
) -> None:
    held = tmp_path / "held"
    first = counter.clerk(str(held))
    counter.wait_for(held.exists)
    assert counter.issued() == 0
    kill(first)
    counter.clerk()
    counter.wait_for(lambda: counter.issued() >= 3)
    counter.stop.touch()
    assert counter.clerks[1].wait(SECONDS) == 0
    assert_whole(counter, counter.issued())
