"""kill -9 at any point of an issue: register, documents and record agree, and nothing is half done."""

import json
from pathlib import Path

import pytest
from tests.shared_city import SharedCity
from tests.town import Town

from .certificate_desk import office
from .killed_clerk import POINTS, TIMES
from .small_register import resident
from .test_interleaving import run_module

__all__ = ["office"]
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.timeout(600)]
SECONDS = 540


def test_a_clerk_who_is_killed_leaves_a_whole_certificate_or_nothing(office: Town, tmp_path: Path) -> None:
    resident(office)
    city, found = SharedCity(tmp_path), tmp_path / "found.json"
    clerk = run_module(city, "jichi.domains.residents.tests.killed_clerk", found, tmp_path)
    assert clerk.wait(SECONDS) == 0
    city.wrapper.close()
    told = json.loads(found.read_text(encoding="utf-8"))
    assert told["left"] == {point: [0] * 6 for point in POINTS}
    assert told["after"][0] == [1] * 6
    assert [len(set(traces)) for traces in told["after"]] == [1] * (TIMES + 1)
    assert told["faults"] == []
