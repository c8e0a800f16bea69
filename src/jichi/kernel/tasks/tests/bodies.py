"""Work for the tests. Each run that counts leaves one row, so that the rows say how often it ran."""

import uuid
from datetime import timedelta
from pathlib import Path

from django.utils.translation import gettext_lazy

from jichi.kernel.clock.reading import now
from jichi.kernel.ledger.models import Event
from jichi.kernel.tasks.models import Schedule
from jichi.kernel.tasks.reactions import reacts_to
from jichi.kernel.tasks.task import Policy, task

EFFECT = "effect of "
IMPATIENT = Policy(attempts=3, wait=timedelta(minutes=1))


def leave_effect(of: str) -> None:
    Schedule.objects.create(name=f"{EFFECT}{of} {uuid.uuid4()}", last_due=now())


def effects(of: str = "") -> int:
    return Schedule.objects.filter(name__startswith=f"{EFFECT}{of}").count()


@task(IMPATIENT)
def count() -> None:
    leave_effect("count")


@task(IMPATIENT, titled=gettext_lazy("数えてから失敗する"))
def count_and_fail() -> None:
    leave_effect("count_and_fail")
    raise ValueError("the line is bad")


@task(IMPATIENT)
def fail_with(*, said: str) -> None:
    raise ValueError(said.encode().decode("unicode_escape"))


@task(Policy(attempts=3, in_transaction=False))
def speak_outside() -> None:
    leave_effect("speak_outside")


@task(Policy(wait=timedelta(0)))
def count_when_told(*, started: str, go: str) -> None:
    """Leave the effect, say so, and block in mid-transaction until somebody writes into `go`."""
    leave_effect("count_when_told")
    Path(started).touch()
    Path(go).read_text()


@reacts_to("tasks.job.retried", policy=IMPATIENT)
def count_retries(event: Event) -> None:
    leave_effect(f"count_retries {event.public['task']}")
