"""Issue certificates in a city whose register is loaded.

Usage: python -m bench.residents_certificates_inside clerks CLERKS COUNT
       python -m bench.residents_certificates_inside at-once ROUNDS ORDERS WARDS
       python -m bench.residents_certificates_inside parts
A clerk is a process that issues one after the other. At once: a server's processes and threads take what comes. Prints one JSON
object: the seconds of each certificate, those of the whole, and those of our processes' processors.
"""

import json
import multiprocessing
import sys
import time
from collections.abc import Callable
from datetime import date
from threading import Thread
from typing import Any

import django

ON = date(2014, 5, 7)
# As `jichi run` starts the server.
WORKERS, THREADS = 2, 4
SAMPLE, FAMILIES = 6000, 400


def families() -> list[int]:
    """Heads of households of four from all over the city, none of whom is protected."""
    from django.db.models import Count

    from jichi.domains.residents.models import Entry, Household
    from jichi.domains.residents.queries.protection import coverings
    from jichi.domains.residents.rules.words import HEAD

    keys = list(Household.objects.order_by("pk").values_list("pk", flat=True))
    now = Entry.objects.filter(until__isnull=True, superseded_at__isnull=True, standing="registered")
    some = now.filter(household__in=keys[:: max(len(keys) // SAMPLE, 1)]).exclude(
        household__in=Entry.objects.filter(person__in=coverings().values("person")).values("household")
    )
    four = some.values("household").annotate(members=Count("pk")).filter(members=4).values("household")
    heads = some.filter(household__in=four, relationship=HEAD).order_by("person")
    return list(heads.values_list("person", flat=True)[:FAMILIES])


def desk(wards: int) -> Callable[[int], float]:
    """Issues a certificate of one of these families, in one of so many ward offices; answers when it is kept."""
    from jichi.domains.residents.actions.issue_certificate import CertificateOrder, issue_certificate
    from jichi.domains.residents.models import Person
    from jichi.domains.residents.tests.certificate_desk import LICENCE
    from jichi.domains.residents.tests.small_register import REGISTRY
    from jichi.kernel.places.models import Ward

    offices = list(Ward.objects.filter(organisation__isnull=False).order_by("code"))[:wards]
    people = list(Person.objects.filter(pk__in=families()).order_by("pk"))

    def issue(number: int) -> float:
        person, ward = people[number * 37 % len(people)], offices[number % len(offices)]
        order = CertificateOrder(kind="resident_record", person=person, ward=ward, proofs=LICENCE)
        issue_certificate(actor=REGISTRY, order=order, on=ON)
        return time.monotonic()

    return issue


def clerks(how_many: int, count: int) -> dict[str, Any]:
    """Clerks of different wards, each in a process: the first certificate is not counted, then all begin together."""
    fork = multiprocessing.get_context("fork")
    issue = ready(7)
    go, answers = fork.Barrier(how_many), fork.Queue()

    def clerk(number: int) -> None:
        issue(number)
        go.wait()
        start, worked, seconds = time.monotonic(), time.process_time(), []
        for at in range(1, count + 1):
            begun = time.monotonic()
            seconds.append(issue(number + at * 7) - begun)
        answers.put((start, time.monotonic(), time.process_time() - worked, seconds))

    processes = [fork.Process(target=clerk, args=(number,)) for number in range(how_many)]
    for process in processes:
        process.start()
    found = [answers.get() for _ in processes]
    for process in processes:
        process.join()
    return {
        "seconds": [each for *_, all_of_one in found for each in all_of_one],
        "whole": max(end for _, end, *_ in found) - min(start for start, *_ in found),
        "worked": sum(each for _, _, each, _ in found),
    }


def at_once(rounds: int, orders: int, wards: int) -> dict[str, Any]:
    """Each round comes when the one before is done: so many orders at one moment. The first rounds only warm the threads."""
    fork = multiprocessing.get_context("fork")
    issue = ready(wards)
    waiting, done, worked = fork.Queue(), fork.Queue(), fork.Queue()
    workers = [fork.Process(target=worker, args=(issue, waiting, done, worked)) for _ in range(WORKERS)]
    for process in workers:
        process.start()
    warm = 2
    rows = [one_round(number, orders, waiting, done) for number in range(rounds + warm)][warm:]
    for _ in range(WORKERS * THREADS):
        waiting.put(None)
    processor = sum(worked.get() for _ in workers)
    for process in workers:
        process.join()
    return {
        "seconds": [each for row in rows for each in row],
        "whole": sum(max(row) for row in rows),
        "worked": processor * rounds / (rounds + warm),
    }


def one_round(number: int, orders: int, waiting: Any, done: Any) -> list[float]:
    start = time.monotonic()
    for at in range(orders):
        waiting.put(number * orders + at)
    return [done.get() - start for _ in range(orders)]


def worker(issue: Callable[[int], float], waiting: Any, done: Any, worked: Any) -> None:
    """A process of the server: its threads take the next order as soon as they are free."""

    def serve() -> None:
        for number in iter(waiting.get, None):
            done.put(issue(number))

    start = time.process_time()
    threads = [Thread(target=serve) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    worked.put(time.process_time() - start)


def ready(wards: int) -> Callable[[int], float]:
    """For processes that are forked from here. Nothing is drawn before: the compiler's threads do not come along."""
    from django.db import connections

    issue = desk(wards)
    connections.close_all()
    return issue


def parts() -> dict[str, str]:
    """The last paper drawn, signed and read back again: what of an act these take."""
    from jichi.kernel.documents.models import Document, IssuedFile
    from jichi.kernel.documents.paper import read
    from jichi.kernel.documents.readback import read_back
    from jichi.kernel.documents.render import Source, draw
    from jichi.kernel.documents.signing import sign

    desk(1)(0)
    document = Document.objects.select_related("version").latest("pk")
    version, given = document.version, read(document.given)
    source = Source(name=version.name, template=version.template, style=version.style)
    names = iter(range(10_000))

    def drawn() -> bytes:
        # Another number each time: the compiler remembers a paper that it has drawn.
        return draw(
            source,
            {name: text.replace(document.number, f"{next(names)}号") for name, text in given.items()},
            document.issued_at,
        )

    plain, pdf = drawn(), bytes(IssuedFile.objects.get(pk=document.pk).pdf)
    told = {
        "drawing": drawn,
        "signing": lambda: sign(plain, fingerprint=document.certificate_id, at=document.issued_at),
        "reading back": lambda: read_back(pdf),
    }
    words = ", ".join(f"{name} {processor_of(call):.1f} ms" for name, call in told.items())
    return {"parts": f"{words}; {queries(desk(1))} queries"}


def processor_of(call: Callable[[], object], calls: int = 40) -> float:
    """Median of the milliseconds of the processor."""
    times = []
    for _ in range(calls + 5):
        start = time.process_time()
        call()
        times.append(time.process_time() - start)
    return 1000 * sorted(times[5:])[calls // 2]


def queries(issue: Callable[[int], float]) -> str:
    """How often the database is asked, and how many words of that only open and close a transaction."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        issue(1)
    rows = [each["sql"] for each in asked.captured_queries]
    framing = sum(sql.startswith(("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")) for sql in rows)
    return f"{len(rows) - framing} and {framing} framing"


if __name__ == "__main__":
    django.setup()
    what, *numbers = sys.argv[1:]
    run: dict[str, Callable[..., dict[str, Any]]] = {"clerks": clerks, "at-once": at_once, "parts": parts}
    print(json.dumps(run[what](*map(int, numbers))))
