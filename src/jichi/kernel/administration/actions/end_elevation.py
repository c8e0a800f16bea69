"""Give a role back before its time."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.models import Elevation
from jichi.kernel.actions.action import action, record
from jichi.kernel.actions.refusal import NotThere, Refusal
from jichi.kernel.clock.reading import now
from jichi.kernel.ledger.lock import lock

from ..events import ELEVATIONS, ElevationEnded
from ..permissions import May
from ..queries import own


class ElevationIsOver(Refusal):
    code = "administration.elevation_is_over"
    message = _("この一時的な権限は、もう終わっています。")


@action(needs=May.ELEVATE, anywhere=True)
def end_elevation(*, actor: Actor, elevation: Elevation) -> Elevation:
    """End one's own elevation now.

    Ledger: access.elevation.ended
    Raises: NotThere when it is somebody else's; ElevationIsOver.
    """
    found = lock(Elevation.objects.filter(own(actor), pk=elevation.pk)).first()
    if found is None:
        raise NotThere
    at = now()
    if found.ends_at <= at:
        raise ElevationIsOver
    return close(found, at)


def close(elevation: Elevation, at: datetime) -> Elevation:
    """End a running elevation, inside the verb that has a right to."""
    elevation.ends_at = at
    elevation.save(update_fields=["ends_at"])
    record(ElevationEnded(elevation=elevation.pk, role=elevation.role, ends_at=at), stream=ELEVATIONS)
    return elevation
