"""A sealer is killed with -9: between two batches, inside one, and before it signs. Nothing is lost and nothing doubled."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.shared_city import SharedCity

from .sealing import write_now

pytestmark = pytest.mark.django_db(transaction=True)
SECONDS = 60
EVENTS = 120
# The real seal in batches of 50, which stops for a word in the middle of a transaction: when the tiles of
# the batch of that number are written and nothing is committed.
SEALER = """
import sys
from pathlib import Path
import django
django.setup()
from jichi.kernel.ledger import sequence
from jichi.kernel.ledger.actions.seal_record import seal_if_needed
keep, calls = sequence.keep_tiles, []
def keep_and_wait(growth):
    keep(growth)
    calls.append(growth)
    if len(calls) == int(sys.argv[1]):
        Path(sys.argv[2]).touch()
        Path(sys.argv[3]).read_text()
sequence.BATCH, sequence.keep_tiles = 50, keep_and_wait
seal_if_needed()
"""


@pytest.fixture
def city(tmp_path: Path) -> Iterator[SharedCity]:
    for number in range(EVENTS):
        write_now(f"tests/{number % 3}", number)
    made = SharedCity(tmp_path)
    yield made
    made.wrapper.close()


def environment(city: SharedCity, var: Path) -> dict[str, str]:
    path = os.pathsep.join(sys.path)
    return {**os.environ, "DATABASE_URL": city.url, "JICHI_VAR": str(var), "PYTHONPATH": path}


def kill_in_the_middle(city: SharedCity, folder: Path, *, batch: int) -> None:
    started, word = folder / f"started-{batch}", folder / f"word-{batch}"
    os.mkfifo(word)
    command = [sys.executable, "-c", SEALER, str(batch), str(started), str(word)]
    sealer = subprocess.Popen(command, env=environment(city, folder))
    end = time.monotonic() + SECONDS
    while not started.exists():
        assert sealer.poll() is None, "the sealer ended before it reached that batch"
        assert time.monotonic() < end, "the sealer did not reach that batch"
        time.sleep(0.02)
    sealer.send_signal(signal.SIGKILL)
    sealer.wait(SECONDS)


def run(city: SharedCity, folder: Path, *words: str) -> str:
    command = [sys.executable, "-m", "jichi.cli", *words]
    done = subprocess.run(
        command, env=environment(city, folder), capture_output=True, text=True, timeout=SECONDS
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def count(city: SharedCity, table: str) -> int:
    return city.ask(f"SELECT count(*) FROM {table}")[0]


@pytest.mark.parametrize(("batch", "placed"), [(1, 0), (2, 50), (3, 100), (4, 100)])
def test_a_killed_sealer_loses_and_doubles_nothing(
    city: SharedCity, tmp_path: Path, batch: int, placed: int
) -> None:
    kill_in_the_middle(city, tmp_path, batch=batch)
    assert (count(city, "ledger_leaf"), count(city, "ledger_checkpoint")) == (placed, 0)

    run(city, tmp_path, "seal")

    # The events, the beginning of the record and the seal itself: each once, under one checkpoint.
    assert count(city, "ledger_event") == count(city, "ledger_leaf") == EVENTS + 2
    assert city.ask("SELECT count(*), max(size) FROM ledger_checkpoint") == (1, EVENTS + 2)
    assert city.ask('SELECT count(*), min("index"), max("index") FROM ledger_leaf') == (122, 0, 121)
    assert "市の署名と合います。" in run(city, tmp_path, "verify")
