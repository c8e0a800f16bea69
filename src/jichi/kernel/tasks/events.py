"""What the record says about background work."""

from jichi.kernel.ledger.event import event
from jichi.kernel.values.fault import gettext_noop as _


@event("tasks.job.retried", label=_("止まった自動処理をもう一度実行した"))
class JobRetried:
    """An administrator let a parked job run again."""

    task: str
    job: str
