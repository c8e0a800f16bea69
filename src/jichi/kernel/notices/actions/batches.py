"""What the verbs on a batch of letters share."""

from jichi.kernel.ledger.lock import lock

from ..models import Batch
from ..states import BATCH


def locked(batch: Batch) -> Batch:
    return lock(Batch.objects.filter(pk=batch.pk)).get()


def step_on(batch: Batch, verb: str) -> None:
    """Raises: WrongStep."""
    batch.step = BATCH.after(batch.step, verb)
