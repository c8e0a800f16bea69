"""The housekeeping of background work itself."""

from datetime import time, timedelta

from django.utils.translation import gettext_lazy as _
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from jichi.kernel.clock.reading import now

from .schedule import daily

KEPT = timedelta(days=30)


@daily(at=time(3, 30), titled=_("終わった処理の記録を片づける"))
def forget_finished_jobs() -> None:
    """Remove jobs that were done a month ago. What they did stands on the record; parked jobs stay."""
    DBTaskResult.objects.filter(status=TaskResultStatus.SUCCESSFUL, finished_at__lt=now() - KEPT).delete()
