"""kill -9 at any statement of an event: the register and the public record agree, and nothing is half done."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from tests.shared_city import SharedCity
from tests.town import Town

from jichi.domains.residents.actions.moves.order import Order
from jichi.domains.residents.rules.words import HEAD, Sex

from .families import address, clerk, enter, intake, newcomer
from .small_register import town_in

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.timeout(300)]
STAY = {"nationality": "BRA", "stay_kind": "特別永住者"}


@pytest.fixture
def town_with_aliens(town: Town) -> Town:
    """Three couples on the alien register."""
    for number in range(3):
        couple = (
            newcomer(f"DEMO　A{number}", HEAD, Sex.MALE, date(1970, 1, 1), **STAY),
            newcomer(f"DEMO　B{number}", "妻", Sex.FEMALE, date(1971, 1, 1), **STAY),
        )
        told = intake(town.ward, "alien_registered", date(2012, 4, 1), days=None)
        enter(clerk(town), told, Order(seats=couple, address=address(town.ward, f"{number}番")))
    return town


def killed_again_and_again(tmp_path: Path, what: str, *, step: int) -> int:
    """How many tries it took until one came to the end; a half-done one stops the run with its statement."""
    made = SharedCity(tmp_path)
    environment = {**os.environ, "DATABASE_URL": made.url, "PYTHONPATH": os.pathsep.join(sys.path)}
    environment["DJANGO_SETTINGS_MODULE"] = "jichi.config.settings"
    command = [sys.executable, "-m", "jichi.domains.residents.tests.killing", what, str(step)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=240)
    made.wrapper.close()
    assert done.returncode == 0, done.stdout + done.stderr
    return int(done.stdout)


def test_a_movement_that_is_killed_at_any_statement_is_whole_or_was_never(town: Town, tmp_path: Path) -> None:
    town_in(town.ward)
    assert killed_again_and_again(tmp_path, "movement", step=2) > 8


@pytest.mark.usefixtures("town_with_aliens")
def test_a_take_over_that_is_killed_goes_on_where_it_ended(tmp_path: Path) -> None:
    assert killed_again_and_again(tmp_path, "take_over", step=7) > 3
