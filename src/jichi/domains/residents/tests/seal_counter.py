"""A counter in a process of its own, for test_seal_processes.py.

Usage: python -m jichi.domains.residents.tests.seal_counter MODE KEY CARD FOLDER
MODE register: touches `FOLDER/<card>.ready`, waits for `FOLDER/go`, then registers a seal for the person with this key and
writes what came of it to `FOLDER/<card>.out`. MODE insert: the same, past the verbs, straight into the table.
MODE hold: registers the application with this key, touches `FOLDER/held` before the commit, and waits to be killed.
"""

import os
import sys
import time
from pathlib import Path

import django

SECONDS = 240


def register(key: int, card: str, folder: Path) -> str:
    from jichi.domains.residents.models import Person
    from jichi.kernel.actions.refusal import Refusal

    from . import seals
    from .small_register import REGISTRY

    person = Person.objects.get(pk=key)
    try:
        ward = person.entries.select_related("town__ward").get().town.ward
        asked = seals.SealApplication(person=person, ward=ward, engraved="見本", wishes_it=True)
        found = seals.apply_for_seal(actor=REGISTRY, application=asked, on=seals.DAY)
        seals.scanned(found, REGISTRY)
        seals.verify_at_once(actor=REGISTRY, registration=found, proofs=seals.LICENCE, on=seals.DAY)
        seals.register_seal(actor=REGISTRY, registration=found, card=card, on=seals.DAY)
    except Refusal as refusal:
        return refusal.code
    return "registered"


def insert(key: int, card: str, folder: Path) -> str:
    from django.db import IntegrityError, transaction

    from jichi.domains.residents.models import SealRegistration

    from .seals import DAY

    try:
        with transaction.atomic():
            SealRegistration.objects.create(
                person_id=key,
                ward_id="14131",
                step="registered",
                applied_on=DAY,
                registered_on=DAY,
                engraved="見本",
                way="photo",
            )
    except IntegrityError:
        return "refused by the database"
    return "registered"


def hold(key: int, card: str, folder: Path) -> str:
    from django.db import transaction

    from jichi.domains.residents.models import SealRegistration

    from . import seals
    from .small_register import REGISTRY

    found = SealRegistration.objects.get(pk=key)
    with transaction.atomic():
        seals.register_seal(actor=REGISTRY, registration=found, card=card, on=seals.DAY)
        (folder / "held").touch()
        time.sleep(SECONDS)
    return "not killed"


def main(mode: str, key: int, card: str, folder: Path) -> None:
    if mode != "hold":
        (folder / f"{card}.ready").touch()
        end = time.monotonic() + SECONDS
        while not (folder / "go").exists() and time.monotonic() < end:
            time.sleep(0.01)
    said = {"register": register, "insert": insert, "hold": hold}[mode](key, card, folder)
    (folder / f"{card}.out").write_text(said)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jichi.config.settings")
    django.setup()
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3], Path(sys.argv[4]))
