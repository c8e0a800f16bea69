"""Several counters at one family at once: no deadlock, one head on every day, and an event for every movement."""

import random
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connection, connections
from tests.town import Town

from jichi.domains.residents.models import Movement, Person
from jichi.kernel.ledger.models import Event

from .families import family, people
from .small_register import REGISTRY
from .test_mending import see_that_it_holds, try_one

COUNTERS, ACTS = 3, 8
KINDS = ("moved", "household_split", "head_changed", "household_changed", "died", "void")


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite has one writer at a time")
def test_counters_that_enter_movements_of_one_family_at_once_keep_it_whole(town: Town) -> None:
    everybody = list(people(family(town, REGISTRY)).values())
    with ThreadPoolExecutor(COUNTERS) as pool:
        done = [pool.submit(counter, town, everybody, seed) for seed in range(COUNTERS)]
        for each in done:
            each.result(timeout=120)
    see_that_it_holds(everybody)
    assert Event.objects.filter(type="residents.register.kept").count() == Movement.objects.count()


def counter(town: Town, everybody: list[Person], seed: int) -> None:
    chance = random.Random(seed)
    try:
        for _ in range(ACTS):
            one, other = chance.sample(everybody, 2)
            try_one(town, chance.choice(KINDS), one, other, date(2012, 10, chance.randrange(2, 29)))
    finally:
        connections.close_all()
