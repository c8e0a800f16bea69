"""Take a role on standby for some hours."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.models import Elevation, Grant
from jichi.kernel.access.place import Place, place_of
from jichi.kernel.access.queries import elevations_running, grants_held
from jichi.kernel.actions.action import action, record
from jichi.kernel.actions.refusal import NotThere, Refusal
from jichi.kernel.clock.reading import local_day, now
from jichi.kernel.ledger.event import Personal
from jichi.kernel.ledger.lock import lock

from ..events import ELEVATIONS, ElevationStarted
from ..permissions import May
from ..queries import own
from .give_role import ReasonIsMissing

LONGEST = timedelta(hours=8)


class TooLong(Refusal):
    code = "administration.elevation_too_long"
    message = _("一時的な権限は、1時間から8時間までです。")


class AlreadyElevated(Refusal):
    code = "administration.already_elevated"
    message = _("この役割は、いま使っています。終わってから、もう一度始めてください。")


@action(needs=May.ELEVATE, anywhere=True)
def elevate(*, actor: Actor, standby: Grant, reason: str, span: timedelta) -> Elevation:
    """Take one's own role on standby, at once and for `span`; it ends by itself.

    Units: `span` up to 8 hours.
    Ledger: access.elevation.started
    Raises: NotThere when the role is somebody else's, over, or not on standby; ReasonIsMissing; TooLong;
    AlreadyElevated.
    """
    at = now()
    standby = own_standby(actor, standby)
    if not reason.strip():
        raise ReasonIsMissing(fields={"reason": str(_("何のために使うかを書いてください。"))})
    if not timedelta(0) < span <= LONGEST:
        raise TooLong(fields={"hours": str(TooLong.message)})
    place = place_of(standby)
    taken = {"account": standby.account, "role": standby.role}
    if elevations_running(at).filter(**taken, **place.filters).exists():
        raise AlreadyElevated
    elevation = Elevation.objects.create(
        **taken, **place.columns, reason=reason.strip(), started_at=at, ends_at=at + span
    )
    record(told(elevation, place), stream=ELEVATIONS)
    return elevation


def own_standby(actor: Actor, standby: Grant) -> Grant:
    held = grants_held(local_day(now())).filter(own(actor), pk=standby.pk, standby=True)
    if (found := lock(held).first()) is None:
        raise NotThere
    return found


def told(elevation: Elevation, place: Place) -> ElevationStarted:
    return ElevationStarted(
        elevation=elevation.pk,
        role=elevation.role,
        ward=place.codes.ward,
        bureau=place.codes.bureau,
        section=place.codes.section,
        ends_at=elevation.ends_at,
        account=Personal(str(elevation.account.public_id)),
        reason=Personal(elevation.reason),
    )
