"""Several writers at once. SQLite has one writer at a time and needs no test of it."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Barrier, Event

import pytest
from django.db import connection, transaction

from jichi.kernel.ledger.check import faults
from jichi.kernel.ledger.models import Stream

from .chain import write

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="Row locks are PostgreSQL's."),
]
WRITERS, EVENTS = 4, 10
PATIENCE = 10.0


def own_connection(job: Callable[[], None]) -> None:
    try:
        job()
    finally:
        connection.close()


def test_writers_of_one_stream_leave_one_chain() -> None:
    together = Barrier(WRITERS)

    def write_some() -> None:
        together.wait(PATIENCE)
        for number in range(EVENTS):
            write("tests/busy", number)

    with ThreadPoolExecutor(WRITERS) as pool:
        jobs = [pool.submit(own_connection, write_some) for _ in range(WRITERS)]
    assert [job.exception() for job in jobs] == [None] * WRITERS
    assert Stream.objects.get(name="tests/busy").length == WRITERS * EVENTS
    assert list(faults()) == []


def test_a_writer_of_another_stream_does_not_wait() -> None:
    write("tests/slow", 1)
    write("tests/quick", 1)
    holds, may_end = Event(), Event()

    def hold() -> None:
        with transaction.atomic():
            write("tests/slow", 2)
            holds.set()
            assert may_end.wait(PATIENCE)

    with ThreadPoolExecutor(2) as pool:
        slow: Future[None] = pool.submit(own_connection, hold)
        assert holds.wait(PATIENCE)
        quick = pool.submit(own_connection, lambda: write("tests/quick", 2) and None)
        quick.result(timeout=PATIENCE)
        assert not slow.done()
        may_end.set()
    slow.result()
    assert list(faults()) == []
