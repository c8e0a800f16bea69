"""A demo city is never served as a real one, nor the other way round: with real processes on real databases."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from jichi.kernel.administration import kind
from jichi.kernel.administration.actions.create_account import create_account
from jichi.kernel.administration.actions.set_up_city import SetUpBefore, set_up_city
from jichi.kernel.administration.demo import MAKER
from jichi.kernel.clock.models import CityKind
from jichi.kernel.ledger.models import Event

JICHI = Path(sys.executable).with_name("jichi")
SETTING_UP = """
import django; django.setup()
from django.core.management import call_command
from jichi.kernel.administration.kind import settle_kind
call_command("migrate", verbosity=0); settle_kind()
"""
SERVER = [
    str(Path(sys.executable).with_name("gunicorn")), "jichi.config.wsgi",
    "--config=python:jichi.config.server", "--bind=127.0.0.1:0",
]  # fmt: skip
WORKER = [str(JICHI), "work", "--once"]


def ran(folder: Path, demo: str, *command: str) -> subprocess.CompletedProcess[str]:
    """A process of the house on the database of this folder."""
    foreign = ("DATABASE_URL", "JICHI_DEMO", "JICHI_VAR", "JICHI_SERVE")
    own = {name: value for name, value in os.environ.items() if name not in foreign}
    environment = {
        **own,
        "DJANGO_SETTINGS_MODULE": "jichi.config.settings",
        "JICHI_VAR": str(folder),
        "JICHI_DEMO": demo,
    }
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)


def set_up(folder: Path, demo: str) -> None:
    """The first start, as far as tables and kind."""
    done = ran(folder, demo, sys.executable, "-c", SETTING_UP)
    assert done.returncode == 0, done.stderr


def test_a_demo_database_is_neither_loaded_nor_served_as_a_real_city(tmp_path: Path) -> None:
    set_up(tmp_path, "1")
    for command in ([str(JICHI), "load"], [str(JICHI), "run"], SERVER, WORKER):
        refused = ran(tmp_path, "0", *command)
        assert refused.returncode != 0, command
        assert "実際の市としては起動できません" in refused.stderr
        assert "not served as a real city" in refused.stderr
    again = ran(tmp_path, "1", *WORKER)
    assert again.returncode == 0, again.stderr


def test_a_real_database_is_neither_loaded_nor_served_as_a_demo(tmp_path: Path) -> None:
    set_up(tmp_path, "0")
    for command in ([str(JICHI), "load"], SERVER):
        refused = ran(tmp_path, "1", *command)
        assert refused.returncode != 0, command
        assert "デモとしては起動できません" in refused.stderr
    assert ran(tmp_path, "0", *WORKER).returncode == 0


@pytest.mark.django_db
def test_the_kind_is_kept_once_and_on_the_record(settings) -> None:
    settings.DEMO = True
    kind.settle_kind()
    kind.settle_kind()
    assert CityKind.objects.get().is_demo
    assert Event.objects.get(type="clock.city.set_up").public == {"is_demo": True}
    with pytest.raises(SetUpBefore):
        set_up_city(actor=kind.START, is_demo=False)


@pytest.mark.django_db
@pytest.mark.parametrize(("maker", "is_demo"), [(MAKER, True), (kind.START, False)])
def test_a_database_from_before_is_known_by_who_made_its_people(settings, maker, is_demo: bool) -> None:
    settings.DEMO = True
    create_account(
        actor=maker,
        email="first@city.example",
        name="一人目",
        password="correct horse battery",
        works_for_city=True,
    )
    assert kind.kind_so_far() is is_demo
    settings.DEMO = False
    assert kind.kind_so_far() is is_demo
