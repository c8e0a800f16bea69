"""The server is killed with -9 while a machine's step is taken: all of it happened or nothing, and never twice."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings as city_settings
from tests.shared_city import SharedCity
from tests.town import Town

from .at_home import card, terminal
from .certificate_desk import office
from .small_register import resident
from .test_terminal_sessions import begin, choose, pay

__all__ = ["office"]
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.timeout(400)]
SECONDS = 120


class Machine:
    """A session that was paid for, in a city that other processes can reach."""

    def __init__(self, town: Town, folder: Path) -> None:
        card(town, resident(town, "見本　花子"))
        opened = begin(terminal(town)[0])
        assert hasattr(opened, "session")
        self.session = str(pay(choose(opened.session)).public_id)
        self.city, self.folder = SharedCity(folder), folder

    def ask(self, verb: str, key: str, *more: str) -> subprocess.Popen[bytes]:
        environment = {
            **os.environ,
            "DATABASE_URL": self.city.url,
            "JICHI_VAR": str(city_settings.VAR),
            "PYTHONPATH": os.pathsep.join(sys.path),
        }
        module = "jichi.domains.residents.tests.killed_machine"
        return subprocess.Popen(
            [sys.executable, "-m", module, self.session, key, verb, *more], env=environment
        )

    def killed(self, verb: str, key: str) -> None:
        """Take the step up to the commit, and be killed there."""
        held = self.folder / f"held-{verb}"
        asked = self.ask(verb, key, str(held))
        end = time.monotonic() + SECONDS
        while not held.exists():
            assert asked.poll() is None, "the step failed"
            assert time.monotonic() < end, "it took too long"
            time.sleep(0.02)
        asked.send_signal(signal.SIGKILL)
        asked.wait(SECONDS)

    def done(self, verb: str, key: str) -> None:
        assert self.ask(verb, key).wait(SECONDS) == 0

    def stands(self) -> tuple[str, int, int, int]:
        """The step, and how many certificates, documents and events of this kind there are."""
        ask = self.city.ask
        return (
            ask("SELECT step FROM residents_terminalsession")[0],
            ask("SELECT count(*) FROM residents_certificate")[0],
            ask("SELECT count(*) FROM documents_document")[0],
            ask("SELECT count(*) FROM ledger_event WHERE type = 'documents.document.issued'")[0],
        )


@pytest.fixture
def machine(office: Town, tmp_path: Path) -> Iterator[Machine]:
    made = Machine(office, tmp_path)
    yield made
    made.city.wrapper.close()


def test_a_print_that_was_killed_never_was_and_is_had_by_asking_again(machine: Machine) -> None:
    key = str(uuid4())
    machine.killed("print", key)
    assert machine.stands() == ("paid", 0, 0, 0)
    machine.done("print", key)
    machine.done("print", key)
    assert machine.stands() == ("printing", 1, 1, 1)


def test_an_acknowledgement_that_was_killed_leaves_the_paper_with_the_desk(machine: Machine) -> None:
    machine.done("print", str(uuid4()))
    key = str(uuid4())
    machine.killed("acknowledge", key)
    handed_out = "SELECT step FROM residents_certificate"
    assert (machine.stands()[0], machine.city.ask(handed_out)[0]) == ("printing", "issued")
    machine.done("acknowledge", key)
    assert (machine.stands()[0], machine.city.ask(handed_out)[0]) == ("printed", "handed_out")
