"""kill -9 of a bulk load at any point: the register has all or nothing, the job goes on, and the public record agrees."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from tests.town import Town

from jichi.domains.residents.actions.work_off_transfer import check_files
from jichi.domains.residents.queries.waiting_room import Waiting, new_job
from jichi.kernel.access.roles import Role
from jichi.kernel.tasks.tests.test_kill import City

from .generated import generated, places
from .killed_loader import LOADING
from .test_interleaving import run_module

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.timeout(600)]
SECONDS, PEOPLE = 540, 60


@pytest.fixture
def jobs(town: Town, tmp_path: Path) -> tuple[Waiting, Waiting]:
    """Files that were handed in and wait to be looked at, and an extract that is asked for afterwards."""
    places(town)
    chief = town.actor(town.staff(Role.REGISTRY_CHIEF))
    load = new_job(chief, direction="in", reason="試験", wards=[])
    for file in generated(tmp_path / "files", people=PEOPLE).values():
        shutil.copy(file, load.folder / file.name)
    check_files.enqueue(key=load.key)
    return load, new_job(chief, direction="out", reason="試験", wards=["14131"])


@pytest.fixture
def told(jobs: tuple[Waiting, Waiting], tmp_path: Path) -> dict[str, Any]:
    city, found, folder = City(tmp_path), tmp_path / "found.json", tmp_path / "points"
    folder.mkdir()
    module = "jichi.domains.residents.tests.killed_loader"
    assert run_module(city, module, *(job.key for job in jobs), found, folder).wait(SECONDS) == 0
    city.wrapper.close()
    return json.loads(found.read_text(encoding="utf-8"))


def test_a_load_that_is_killed_at_any_point_is_whole_or_was_never_and_goes_on(told: dict[str, Any]) -> None:
    load, extract = told["load"], told["extract"]
    nothing = load["before"]
    assert load["checked"] == ["checked", "", "", nothing]
    assert {name: load[name] for name in LOADING} == {name: ["running", nothing] for name in LOADING}
    stage, whole = load["committed"]
    assert stage == "running"
    assert (whole["Person"], whole["Transfer"], whole["acts"]) == (PEOPLE, 1, nothing["acts"] + 1)
    assert whole["indices"] == nothing["indices"]
    stage, said, act, after = load["done"]
    assert (stage, said, after) == ("done", "", whole)
    assert act
    # An extract is given out once: the second worker takes up what the first had put on the record.
    assert extract["before"] == whole
    stage, said, act, after = extract["done"]
    assert (stage, said, extract["there"]) == ("done", "", True)
    assert after == {**whole, "Transfer": 2, "acts": whole["acts"] + 1}
