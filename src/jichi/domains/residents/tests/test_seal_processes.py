"""Several counters at once, and one that is killed with -9: one seal of a person, and nothing half done."""

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

from jichi.domains.residents.actions.seals.verify_at_once import verify_at_once
from jichi.domains.residents.models import Person

from .seals import DAY, LICENCE, applied, scanned
from .small_register import REGISTRY, resident

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.timeout(300)]
SECONDS = 120
STANDING = "SELECT count(*) FROM residents_sealregistration WHERE step IN ('registered', 'suspended')"


class Counters:
    """A city on disk and the counters that work on it."""

    def __init__(self, folder: Path) -> None:
        self.city, self.folder = SharedCity(folder), folder
        self.started: list[subprocess.Popen[bytes]] = []

    def start(self, mode: str, key: int, card: str) -> subprocess.Popen[bytes]:
        environment = {
            **os.environ,
            "DATABASE_URL": self.city.url,
            "JICHI_VAR": str(city_settings.VAR),
            "PYTHONPATH": os.pathsep.join(sys.path),
        }
        words = [sys.executable, "-m", "jichi.domains.residents.tests.seal_counter"]
        one = subprocess.Popen([*words, mode, str(key), card, str(self.folder)], env=environment)
        self.started.append(one)
        return one

    def wait_for(self, true: Callable[[], bool]) -> None:
        end = time.monotonic() + SECONDS
        while not true():
            assert all(one.poll() in (None, 0, -signal.SIGKILL) for one in self.started), "a counter failed"
            assert time.monotonic() < end, "it took too long"
            time.sleep(0.02)

    def together(self, mode: str, person: Person, *cards: str) -> list[str]:
        """What came of it when all of them began at one moment."""
        running = [self.start(mode, person.pk, card) for card in cards]
        self.wait_for(lambda: all((self.folder / f"{card}.ready").exists() for card in cards))
        (self.folder / "go").touch()
        assert [one.wait(SECONDS) for one in running] == [0] * len(cards)
        return [(self.folder / f"{card}.out").read_text() for card in cards]

    def close(self) -> None:
        for one in self.started:
            one.kill()
            one.wait()
        self.city.wrapper.close()


@pytest.fixture
def ready(town: Town) -> Person:
    """Somebody with an application, known and scanned: only the registration is missing."""
    person = resident(town)
    seal = applied(town, person, REGISTRY)
    scanned(seal, REGISTRY)
    verify_at_once(actor=REGISTRY, registration=seal, proofs=LICENCE, on=DAY)
    return person


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Callable[[], Counters]]:
    made: list[Counters] = []

    def begin() -> Counters:
        made.append(Counters(tmp_path))
        return made[0]

    yield begin
    for each in made:
        each.close()


def test_of_two_counters_that_register_one_person_one_does(
    town: Town, opened: Callable[[], Counters]
) -> None:
    person = resident(town)
    counters = opened()
    came = counters.together("register", person, "10000001", "10000002")
    assert came.count("registered") == 1
    assert set(came) & {"residents.seal.application_is_open", "residents.seal.already_registered"}
    ask = counters.city.ask
    assert ask(STANDING)[0] == 1
    assert ask("SELECT count(*) FROM residents_sealcard")[0] == 1


def test_the_database_itself_lets_a_person_have_one_standing_seal(
    town: Town, opened: Callable[[], Counters]
) -> None:
    person = resident(town)
    counters = opened()
    came = counters.together("insert", person, "10000001", "10000002")
    assert sorted(came) == ["refused by the database", "registered"]
    assert counters.city.ask(STANDING)[0] == 1


def test_a_counter_that_is_killed_before_the_end_has_registered_nothing(
    ready: Person, opened: Callable[[], Counters]
) -> None:
    counters = opened()
    ask = counters.city.ask
    key = ask("SELECT id FROM residents_sealregistration")[0]
    before = ask("SELECT count(*) FROM ledger_event")[0]
    acts = ask("SELECT count(*) FROM residents_sealact")[0]
    counter = counters.start("hold", key, "10000001")
    counters.wait_for((counters.folder / "held").exists)
    counter.send_signal(signal.SIGKILL)
    counter.wait(SECONDS)
    assert ask("SELECT step FROM residents_sealregistration")[0] == "verified"
    assert ask("SELECT count(*) FROM residents_sealcard")[0] == 0
    assert ask("SELECT count(*) FROM ledger_event")[0] == before
    assert ask("SELECT count(*) FROM residents_sealact")[0] == acts
