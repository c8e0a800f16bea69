"""What the record says about background work."""

from jichi.kernel.ledger.event import event


@event("tasks.job.retried")
class JobRetried:
    """An administrator let a parked job run again."""

    task: str
    job: str
