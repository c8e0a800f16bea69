"""It is noon in the city: no quiet hours hold anything back unless a test says so."""

from collections.abc import Iterator

import pytest
import time_machine

NOON = "2014-05-12T12:00:00+09:00"


@pytest.fixture(autouse=True)
def noon() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON) as traveller:
        yield traveller
