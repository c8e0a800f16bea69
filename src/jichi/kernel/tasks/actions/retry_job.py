"""Let a parked job run again."""

from django.utils.translation import gettext_lazy as _
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.reading import now
from jichi.kernel.ledger.lock import lock

from ..events import JobRetried
from ..models import Hold
from ..permissions import May
from ..queue import move


class NotParked(Refusal):
    code = "not_parked"
    message = _("この処理は止まっていません。すでに再実行されたか、実行中です。一覧を開きなおしてください。")


@action(needs=May.RETRY_JOB)
def retry_job(*, actor: Actor, job: DBTaskResult) -> None:
    """Put a parked job back in the queue with all its attempts before it.

    Ledger: tasks.job.retried
    Raises: NotParked.
    """
    parked = DBTaskResult.objects.filter(pk=job.pk, status=TaskResultStatus.FAILED)
    if not lock(parked).exists():
        raise NotParked
    Hold.objects.filter(job=job.pk).update(attempts=0)
    move(job, TaskResultStatus.READY, run_after=now())
    record(JobRetried(task=job.task_path, job=str(job.pk)), stream="tasks")
