"""Remember what a person has read. Their own affair: no official act, no event."""

from uuid import UUID

from jichi.kernel.access.actor import Actor
from jichi.kernel.clock.reading import now

from .queries import notices_of


def read(actor: Actor, notice: UUID | None = None) -> None:
    """Mark one of the person's notices as read, or all of them.

    Raises: NotThere for who has no account.
    """
    rows = notices_of(actor).filter(read_at__isnull=True)
    if notice is not None:
        rows = rows.filter(public_id=notice)
    rows.order_by().update(read_at=now())
