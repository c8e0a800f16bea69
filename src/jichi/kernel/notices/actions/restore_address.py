"""Send mail to an address again."""

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.clock.reading import now
from jichi.kernel.ledger.event import Personal
from jichi.kernel.ledger.lock import lock

from ..events import MAIL, AddressRestored
from ..models import SuspendedAddress
from ..permissions import May


@action(needs=May.KEEP_OUTBOX)
def restore_address(*, actor: Actor, suspended: SuspendedAddress) -> SuspendedAddress:
    """Lift the suspension of an address, as its owner asked; earlier reports about it count no more.

    Ledger: notices.address.restored
    Raises: NotThere for one that was lifted before.
    """
    row = lock(SuspendedAddress.objects.filter(pk=suspended.pk, lifted_at__isnull=True)).first()
    if row is None:
        raise NotThere
    row.lifted_at = now()
    row.save(update_fields=["lifted_at"])
    record(AddressRestored(status=row.status, address=Personal(row.address)), stream=MAIL)
    return row
