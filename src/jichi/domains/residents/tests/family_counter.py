"""A counter of the family registers in a process of its own, for test_family_counters.py.

Usage: python -m jichi.domains.residents.tests.family_counter NAME FOLDER KEY...
For each notification in turn: touches `FOLDER/<name>.<turn>.ready`, waits for `FOLDER/go.<turn>`, accepts it, and writes what
came of it, as a person at the counter reads it, to `FOLDER/<name>.<turn>.out`.
"""

import os
import sys
import time
from pathlib import Path

import django

SECONDS = 240


def accept(key: int) -> str:
    from jichi.domains.residents.actions.family.accept_family_notification import accept_family_notification
    from jichi.domains.residents.models import FamilyNotification
    from jichi.kernel.actions.refusal import Refusal

    from .small_family import DAY
    from .small_register import REGISTRY

    notification = FamilyNotification.objects.get(pk=key)
    try:
        accept_family_notification(actor=REGISTRY, notification=notification, on=DAY)
    except Refusal as refusal:
        return str(refusal.message)
    return "accepted"


def main(name: str, folder: Path, keys: list[int]) -> None:
    for turn, key in enumerate(keys):
        (folder / f"{name}.{turn}.ready").touch()
        end = time.monotonic() + SECONDS
        while not (folder / f"go.{turn}").exists() and time.monotonic() < end:
            time.sleep(0.002)
        (folder / f"{name}.{turn}.out").write_text(accept(key), encoding="utf-8")


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jichi.config.settings")
    django.setup()
    main(sys.argv[1], Path(sys.argv[2]), [int(key) for key in sys.argv[3:]])
