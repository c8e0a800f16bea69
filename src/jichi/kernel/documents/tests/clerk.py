"""A clerk in a process of their own, who issues documents until told to stop. For test_kill.py.

Usage: python -m jichi.kernel.documents.tests.clerk SECTION STOP [HOLD]
With HOLD the clerk issues one, touches that file before the commit, and waits to be killed.
"""

import os
import sys
import time
from pathlib import Path

import django


def main(code: str, stop: Path, hold: Path | None) -> None:
    from django.db import transaction

    from jichi.kernel.documents.actions.issue_document import issue_document
    from jichi.kernel.documents.templates import declare
    from jichi.kernel.places.models import Section

    from .issuing import CLERK, DAY, TEMPLATE, order

    declare([TEMPLATE])
    section = Section.objects.select_related("bureau").get(code=code)
    if hold:
        with transaction.atomic():
            issue_document(actor=CLERK, order=order(section), on=DAY)
            hold.touch()
            time.sleep(600)
    while not stop.exists():
        issue_document(actor=CLERK, order=order(section), on=DAY)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jichi.config.settings")
    django.setup()
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]) if len(sys.argv) > 3 else None)
