"""A machine's request in a process of its own, killed before the commit. For test_killed_machines.py.

Usage: python -m jichi.domains.residents.tests.killed_machine SESSION KEY VERB [HELD]
With HELD the step is taken inside a transaction that stays open: the file says so, and it waits to be killed.
"""

import os
import sys
import time
from pathlib import Path
from uuid import UUID

import django


def main(session: str, key: str, verb: str, held: Path | None) -> None:
    from django.db import transaction

    with transaction.atomic():
        take(UUID(session), UUID(key), verb)
        if held:
            held.touch()
            time.sleep(600)


def take(public_id: UUID, key: UUID, verb: str) -> None:
    from jichi.domains.residents.actions.sessions.printing import acknowledge_print, print_at_terminal
    from jichi.domains.residents.actions.sessions.steps import MACHINE
    from jichi.domains.residents.models import TerminalSession

    from .at_home import step

    session = TerminalSession.objects.select_related("terminal__ward", "terminal__office", "person").get(
        public_id=public_id
    )
    asked = step(session.terminal, verb, key=key)
    if verb == "print":
        print_at_terminal(actor=MACHINE, step=asked, session=session)
    else:
        acknowledge_print(actor=MACHINE, step=asked, session=session, sha256=session.paper)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jichi.config.settings")
    django.setup()
    main(sys.argv[1], sys.argv[2], sys.argv[3], Path(sys.argv[4]) if len(sys.argv) > 4 else None)
