"""Stop a channel at once, whole or for one kind of certificate, and let it go on."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.reading import now
from jichi.kernel.ledger.lock import lock

from ...models import ChannelStop
from ...permissions import May
from ...rules.channels import Channel
from ..act_numbers import next_act_number
from ..keeping import kept


class StoppedAlready(Refusal):
    code = "residents.stopped_already"
    message = _("もう止めてあります。")


class NoReasonToStop(Refusal):
    code = "residents.no_reason_to_stop"
    status = 400
    message = _("止める理由を書いてください。あとで経緯をたどるために要ります。")


class GoesOnAlready(Refusal):
    code = "residents.goes_on_already"
    message = _("もう動いています。")


# Anywhere: a wrong paper in one ward's shop is reason enough to stop the machines of the whole city.
@action(needs=May.KEEP_TERMINALS, anywhere=True)
def stop_channel(*, actor: Actor, channel: Channel, kind: str, because: str) -> ChannelStop:
    """Let a channel of the whole city hand out nothing more, from this moment on. An empty kind stops all of it.

    Ledger: residents.register.kept
    Raises: NoReasonToStop; StoppedAlready.
    """
    if not because.strip():
        raise NoReasonToStop(fields={"because": str(NoReasonToStop.message)})
    try:
        with transaction.atomic():
            stop = ChannelStop.objects.create(
                channel=channel,
                kind=kind,
                reason=because.strip(),
                stopped_at=now(),
                stopped_by_id=actor.account_id,
            )
    except IntegrityError as fault:
        raise StoppedAlready from fault
    keep(stop, "stop_channel")
    return stop


@action(needs=May.KEEP_TERMINALS, anywhere=True)
def resume_channel(*, actor: Actor, stop: ChannelStop) -> ChannelStop:
    """Let the channel go on.

    Ledger: residents.register.kept
    Raises: GoesOnAlready.
    """
    held = lock(ChannelStop.objects.filter(pk=stop.pk)).get()
    if held.resumed_at is not None:
        raise GoesOnAlready
    held.resumed_at = now()
    held.save(update_fields=["resumed_at"])
    keep(held, "resume_channel")
    return held


def keep(stop: ChannelStop, verb: str) -> None:
    about = {"channel": stop.channel, "kind": stop.kind, "because": stop.reason}
    kept(act=next_act_number(), ward="", verb=verb, about=about)
