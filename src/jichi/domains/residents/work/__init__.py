"""What of the registers waits for a person; one file per subject."""

from collections.abc import Iterator
from datetime import date

from jichi.kernel.access.actor import Actor
from jichi.kernel.subsystem import WorkItem

from . import home, protection

SUBJECTS = (
    protection.work_of,
    home.work_of,
)


def work_of(actor: Actor, on: date) -> Iterator[WorkItem]:
    for subject in SUBJECTS:
        yield from subject(actor, on)
