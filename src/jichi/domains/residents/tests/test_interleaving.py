"""Several desks at one register: zero mis-issued, zero lost, zero numbered twice."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as city_settings
from django.db import connection
from tests.shared_city import SharedCity
from tests.town import Town

from jichi.domains.residents.models import Entry
from jichi.kernel.access.roles import Role

from .certificate_desk import office, ward_office
from .small_register import resident

__all__ = ["office"]
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.timeout(600)]
SECONDS = 540
DESKS = 2
MODULE = "jichi.domains.residents.tests.interleaving"
# SQLite has one writer at a time: there is less to interleave, and more to wait for.
ACTS = {"postgresql": 2000, "sqlite": 300}


def small_town(town: Town, households: int = 8) -> None:
    """Eight households of one to three, two ward offices, and two officers."""
    ward_office(town)
    ward_office(town, town.other_ward, "saiwai-ward", "幸区役所")
    for officer in range(2):
        town.staff(Role.REGISTRY_CHIEF, ward=(town.ward, town.ward)[officer])
    for number in range(households):
        head = resident(town, f"見本{'甲乙丙丁戊己庚辛'[number]}　太郎")
        household = Entry.objects.get(person=head).household_id
        for member in range(number % 3):
            name = f"見本{'甲乙丙丁戊己庚辛'[number]}　{'花子一郎'[member * 2 : member * 2 + 2]}"
            resident(town, name, household=household, relationship="子")


def run(city: SharedCity, *words: object) -> subprocess.Popen[bytes]:
    return run_module(city, MODULE, *words)


def run_module(city: SharedCity, module: str, *words: object) -> subprocess.Popen[bytes]:
    environment = {
        **os.environ,
        "DATABASE_URL": city.url,
        "JICHI_VAR": str(city_settings.VAR),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    command = [sys.executable, "-m", module, *map(str, words)]
    return subprocess.Popen(command, env=environment)


def audited(city: SharedCity, *logs: Path) -> dict[str, Any]:
    found = logs[0].with_name("found.json")
    assert run(city, "audit", found, *logs).wait(SECONDS) == 0
    return json.loads(found.read_text(encoding="utf-8"))


def test_desks_that_issue_void_move_correct_and_protect_at_once_give_nobody_a_wrong_paper(
    office: Town, tmp_path: Path
) -> None:
    small_town(office)
    city = SharedCity(tmp_path)
    count = ACTS[connection.vendor] // DESKS
    logs = [tmp_path / f"desk{desk}.log" for desk in range(DESKS)]
    desks = [run(city, "work", desk, count, log) for desk, log in enumerate(logs)]
    assert [desk.wait(SECONDS) for desk in desks] == [0] * DESKS
    found = audited(city, *logs)
    city.wrapper.close()
    assert found["faults"] == []
    assert found["acts"] == count * DESKS
    assert found["issued"] > count * DESKS // 8
    assert min(found["by_kind"].values()) > 0
    assert found["protected_refusals"] > 0
