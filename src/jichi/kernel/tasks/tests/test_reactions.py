"""When A, then B: once, and only when A was committed."""

import pytest
from django.db import IntegrityError, transaction
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from jichi.kernel.access.actor import machine
from jichi.kernel.access.roles import Role
from jichi.kernel.actions.refusal import NotAllowed
from jichi.kernel.ledger.event import KNOWN
from jichi.kernel.ledger.models import Event
from jichi.kernel.tasks.actions.retry_job import NotParked, retry_job
from jichi.kernel.tasks.models import Hold, Reaction
from jichi.kernel.tasks.reactions import REACTIONS, react
from jichi.kernel.tasks.tests.bodies import count, count_and_fail, count_retries, effects
from jichi.kernel.tasks.worker import Worker

pytestmark = pytest.mark.django_db
ADMINISTRATOR = machine("test", Role.ADMINISTRATOR)


@pytest.fixture
def parked() -> DBTaskResult:
    """A job that was tried for the last time."""
    count_and_fail.enqueue()
    job = DBTaskResult.objects.get()
    Hold.objects.create(job=job, attempts=2)
    Worker().work_off()
    job.refresh_from_db()
    assert job.status == TaskResultStatus.FAILED
    return job


def reactions_queued() -> int:
    return DBTaskResult.objects.filter(task_path=count_retries.module_path).count()


def test_an_administrator_lets_a_parked_job_run_again(parked: DBTaskResult) -> None:
    retry_job(actor=ADMINISTRATOR, job=parked)

    parked.refresh_from_db()
    assert (parked.status, parked.hold.attempts) == (TaskResultStatus.READY, 0)
    happened = Event.objects.get(type="tasks.job.retried")
    assert happened.type == "tasks.job.retried"
    assert happened.public == {"task": parked.task_path, "job": str(parked.pk)}


def test_a_job_that_is_not_parked_is_not_run_again() -> None:
    count.enqueue()

    with pytest.raises(NotParked):
        retry_job(actor=ADMINISTRATOR, job=DBTaskResult.objects.get())


def test_who_is_no_administrator_does_not_run_jobs_again(parked: DBTaskResult) -> None:
    with pytest.raises(NotAllowed):
        retry_job(actor=machine("test", Role.SECTION_STAFF), job=parked)


def test_a_reaction_runs_once_for_its_event(parked: DBTaskResult) -> None:
    retry_job(actor=ADMINISTRATOR, job=parked)
    Worker().work_off()
    Worker().work_off()

    assert effects("count_retries") == 1


def test_an_act_that_is_rolled_back_has_no_reaction(parked: DBTaskResult) -> None:
    with transaction.atomic():
        retry_job(actor=ADMINISTRATOR, job=parked)
        transaction.set_rollback(True)

    assert reactions_queued() == 0
    assert not Reaction.objects.exists()


def test_a_second_job_for_the_same_event_and_reaction_is_refused(parked: DBTaskResult) -> None:
    retry_job(actor=ADMINISTRATOR, job=parked)

    with pytest.raises(IntegrityError), transaction.atomic():
        react(Event.objects.get(type="tasks.job.retried"))
    assert reactions_queued() == 1


def test_every_event_that_something_reacts_to_is_declared() -> None:
    assert set(REACTIONS) <= set(KNOWN)
