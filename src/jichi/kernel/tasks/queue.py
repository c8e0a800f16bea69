"""The life of a job: waiting, held by a worker, done; or put back, and at last parked."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.db import transaction
from django.db.models import Q, QuerySet
from django_tasks.base import Task, TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from jichi.kernel.ledger.lock import lock

from .models import Hold
from .task import ORDINARY, Policy, policy_of

# What the library raises when a job's address leads nowhere, or to something that is no task any more.
NO_SUCH_WORK = (ImportError, SuspiciousOperation)


class LostHold(Exception):
    """The lease ran out and another worker has the job now; what this one did is rolled back."""


def policy_for(job: DBTaskResult) -> Policy:
    """The policy of a job; the ordinary one where its function is gone, so that it is tried and parked."""
    try:
        return policy_of(job.task)
    except NO_SUCH_WORK:
        return ORDINARY


def waiting(at: datetime) -> QuerySet[DBTaskResult]:
    """The jobs that may be started, the next one first."""
    return DBTaskResult.objects.filter(
        Q(run_after=get_date_max()) | Q(run_after__lte=at), status=TaskResultStatus.READY
    )


def enqueue_all(work: Task[Any, None], given: Iterable[dict[str, Any]]) -> None:
    """Queue the same work many times in the running transaction, by one statement for some hundred jobs."""
    DBTaskResult.objects.bulk_create(
        (
            DBTaskResult(
                args_kwargs={"args": [], "kwargs": each},
                priority=work.priority,
                task_path=work.module_path,
                queue_name=work.queue_name,
                backend_name=work.backend,
                run_after=work.run_after or get_date_max(),
            )
            for each in given
        ),
        batch_size=500,
    )


def claim(*, worker: str, at: datetime) -> Hold | None:
    """Take the next job for this worker, counted as an attempt from now on; None when nothing waits."""
    if not waiting(at).exists():
        return None
    with transaction.atomic():
        job = lock(waiting(at), pass_over_held=True).first()
        return None if job is None else take(job, worker=worker, at=at)


def take(job: DBTaskResult, *, worker: str, at: datetime) -> Hold:
    hold, _ = Hold.objects.get_or_create(job=job)
    hold.attempts, hold.worker, hold.until = hold.attempts + 1, worker, at + policy_for(job).lease
    hold.save()
    job.worker_ids = [*job.worker_ids, worker]
    move(job, TaskResultStatus.RUNNING, started_at=at, worker_ids=job.worker_ids)
    return hold


def keep(hold: Hold) -> None:
    """Hold fast to the job until the transaction ends: nobody can take it back meanwhile.

    Raises: LostHold.
    """
    mine = Hold.objects.filter(job=hold.job_id, worker=hold.worker, attempts=hold.attempts)
    if not lock(mine).exists():
        raise LostHold


def finish(hold: Hold, *, at: datetime) -> None:
    """Mark the job as done."""
    release(hold, reason="")
    move(hold.job, TaskResultStatus.SUCCESSFUL, finished_at=at)


def put_back(hold: Hold, *, reason: str, at: datetime) -> None:
    """Let the job be tried again later; park it when this was its last attempt."""
    release(hold, reason=reason)
    wait = policy_for(hold.job).wait_after(hold.attempts)
    if wait is None:
        move(hold.job, TaskResultStatus.FAILED, finished_at=at)
    else:
        move(hold.job, TaskResultStatus.READY, run_after=at + wait)


def take_back(*, at: datetime) -> int:
    """Put back the jobs whose lease ran out; a worker that is inside its transaction still holds its own."""
    if not Hold.objects.filter(until__lt=at).exists():
        return 0
    with transaction.atomic():
        lapsed = list(lock(Hold.objects.filter(until__lt=at), pass_over_held=True))
        for hold in lapsed:
            put_back(hold, reason=f"{hold.worker} was gone before it had finished.", at=at)
    return len(lapsed)


def release(hold: Hold, *, reason: str) -> None:
    hold.worker, hold.until, hold.reason = "", None, writable(reason)
    hold.save(update_fields=["worker", "until", "reason"])


def writable(reason: str) -> str:
    """The words of an error as both databases take them: bytes that are no text, and NUL, as question marks."""
    return reason.encode("utf-8", "replace").decode("utf-8").replace("\0", "?")[:500]


def move(job: DBTaskResult, status: TaskResultStatus, **changes: object) -> None:
    DBTaskResult.objects.filter(pk=job.pk).update(status=status, **changes)
