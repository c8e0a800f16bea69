"""Clerks who are killed with -9 at every point of an issue, and again and again in the middle of their work.

Usage: python -m jichi.domains.residents.tests.killed_clerk FOUND FOLDER
One process that forks its clerks, so that the house is set up once. What was found is written to FOUND.
"""

import json
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django

SECONDS = 120
# After each of these the clerk is killed; the last one only commits.
POINTS = ("hold", "check", "document_order", "issuing", "examine", "written")
TIMES = 3


def issue_one() -> None:
    """The plainest certificate of the first person."""
    from jichi.domains.residents.actions.issue_certificate import CertificateOrder, issue_certificate
    from jichi.domains.residents.models import Person
    from jichi.kernel.places.models import Ward

    from .certificate_desk import LICENCE, TODAY
    from .small_register import REGISTRY

    person = Person.objects.order_by("pk").first()
    ward = Ward.objects.filter(organisation__isnull=False).order_by("code").first()
    assert person
    assert ward
    order = CertificateOrder(kind="resident_record", person=person, ward=ward, proofs=LICENCE)
    issue_certificate(actor=REGISTRY, order=order, on=TODAY)


def forked(work: Callable[[], None]) -> int:
    """A clerk of its own. The parent never issues: threads of the printer would not come along into the clerks."""
    from django.db import connections

    connections.close_all()
    clerk = os.fork()
    if clerk:
        return clerk
    try:
        work()
        os._exit(0)
    except BaseException:  # noqa: BLE001 - a clerk's end must not run on into the parent's code
        traceback.print_exc()
        os._exit(1)


def stop_after(point: str, reached: Path) -> Callable[[], None]:
    """An issue that comes as far as this point, says so, and goes no further."""

    def work() -> None:
        from jichi.domains.residents.actions import issue_certificate as verb
        from jichi.domains.residents.actions.certificates import making

        where, name = (verb, "issue_document") if point == "issuing" else (making, point)
        right = getattr(where, name)

        def stopped(*told: Any, **named: Any) -> Any:
            right(*told, **named)
            reached.touch()
            time.sleep(10 * SECONDS)

        setattr(where, name, stopped)
        issue_one()

    return work


def kill_when(clerk: int, true: Callable[[], bool]) -> None:
    end = time.monotonic() + SECONDS
    while not true():
        assert time.monotonic() < end, "the clerk did not come so far"
        assert os.waitpid(clerk, os.WNOHANG) == (0, 0), "the clerk ended too early"
        time.sleep(0.01)
    os.kill(clerk, signal.SIGKILL)
    os.waitpid(clerk, 0)


def work_on() -> None:
    while True:
        issue_one()


def counted() -> int:
    from jichi.domains.residents.models import Certificate

    return Certificate.objects.count()


def traces() -> list[int]:
    """Whatever an issue writes: certificates, who stands on them, documents, files, numbers given, acts on the record."""
    from django.db.models import Sum

    from jichi.domains.residents.models import Certificate, CertificateEntry
    from jichi.kernel.documents.models import Document, IssuedFile, NumberSeries
    from jichi.kernel.ledger.models import Event

    return [
        Certificate.objects.count(),
        CertificateEntry.objects.values("certificate").distinct().count(),
        Document.objects.count(),
        IssuedFile.objects.count(),
        NumberSeries.objects.aggregate(given=Sum("last"))["given"] or 0,
        Event.objects.filter(type="documents.document.issued").count(),
    ]


def main(found: Path, folder: Path) -> None:
    from .interleaving import audit

    left = {}
    for point in POINTS:
        reached = folder / point
        kill_when(forked(stop_after(point, reached)), reached.exists)
        left[point] = traces()
    assert os.waitpid(forked(issue_one), 0)[1] == 0
    after = [traces()]
    for _ in range(TIMES):
        goal = counted() + 3
        kill_when(forked(work_on), lambda goal=goal: counted() >= goal)  # type: ignore[misc]
        after.append(traces())
    told = {"left": left, "after": after, "faults": audit([])["faults"]}
    found.write_text(json.dumps(told), encoding="utf-8")


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jichi.config.settings")
    django.setup()
    main(Path(sys.argv[1]), Path(sys.argv[2]))
