"""Issue certificates in a city that is there already, several clerks at once.

Usage: python -m bench.residents_certificates_inside CLERKS COUNT WARDS
Each clerk is a process of its own and issues COUNT certificates of households of four, in one of WARDS ward offices. Prints
one JSON object: the seconds of each act by the wall clock, those of the whole, and those of the clerks' processors.
"""

import json
import multiprocessing
import sys
import time
from typing import Any

import django

HOUSEHOLDS = 40


def ready() -> None:
    """A register of forty households of four, made through the verbs."""
    from jichi.domains.residents.models import Household, Person
    from jichi.domains.residents.tests.small_register import moved
    from jichi.kernel.places.models import Ward

    ward = Ward.objects.order_by("code").first()
    assert ward
    for number in range(HOUSEHOLDS):
        household = Household.objects.create()
        for member in range(4):
            moved(Person.objects.create(), ward, items(ward, household.pk, number, member), kind="moved_in")


def items(ward: Any, household: int, number: int, member: int) -> dict[str, Any]:
    from datetime import date

    from jichi.domains.residents.rules.words import HEAD, Sex

    town = ward.towns.order_by("pk").first()
    return {
        "name": f"見本{number:03d}　{['太郎', '花子', '一郎', '二葉'][member]}",
        "kana": "みほん　たろう",
        "birth": date(1975 + member, 5, 17),
        "sex": Sex.FEMALE if member % 2 else Sex.MALE,
        "relationship": HEAD if member == 0 else "子",
        "household": household,
        "town": town.pk,
        "lot": f"{number + 1}番{member + 1}号",
        "address_since": date(2005, 4, 1),
        "resident_since": date(2005, 4, 1),
        "domicile": f"川崎市川崎区見本町{number + 1}番",
        "domicile_first": "見本　太郎",
    }


def clerk(number: int, count: int, wards: int, go: Any, told: Any) -> None:
    """A desk: the first certificate is not counted, then all begin together."""
    from jichi.domains.residents.actions.issue_certificate import CertificateOrder, issue_certificate
    from jichi.domains.residents.models import Person
    from jichi.domains.residents.tests.certificate_desk import LICENCE, TODAY
    from jichi.domains.residents.tests.small_register import REGISTRY
    from jichi.kernel.places.models import Ward

    offices = list(Ward.objects.filter(organisation__isnull=False).order_by("code"))
    ward, people = offices[number % wards], list(Person.objects.order_by("pk"))

    def issue(at: int) -> float:
        person = people[(number * 37 + at * 4) % len(people)]
        order = CertificateOrder(kind="resident_record", person=person, ward=ward, proofs=LICENCE)
        start = time.perf_counter()
        issue_certificate(actor=REGISTRY, order=order, on=TODAY)
        return time.perf_counter() - start

    issue(0)
    go.wait()
    start, worked = time.perf_counter(), time.process_time()
    seconds = [issue(at + 1) for at in range(count)]
    told.put((start, time.perf_counter(), time.process_time() - worked, seconds))


def main(clerks: int, count: int, wards: int) -> None:
    from django.db import connections

    from jichi.domains.residents.models import Person

    if not Person.objects.exists():
        ready()
    connections.close_all()
    fork = multiprocessing.get_context("fork")
    go, told = fork.Barrier(clerks), fork.Queue()
    desks = [fork.Process(target=clerk, args=(number, count, wards, go, told)) for number in range(clerks)]
    for desk in desks:
        desk.start()
    found = [told.get() for _ in desks]
    for desk in desks:
        desk.join()
    seconds = [each for *_, all_of_one in found for each in all_of_one]
    whole = max(end for _, end, *_ in found) - min(start for start, *_ in found)
    worked = sum(each for _, _, each, _ in found)
    print(json.dumps({"seconds": seconds, "whole": whole, "worked": worked}))


if __name__ == "__main__":
    django.setup()
    main(*map(int, sys.argv[1:]))
