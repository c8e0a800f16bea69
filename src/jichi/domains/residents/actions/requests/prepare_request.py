"""Say that what was asked for from home can be picked up."""

from datetime import date, timedelta

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.law.shelf import law
from jichi.kernel.web.words import day_text

from ...models import CertificateRequest
from ...permissions import May
from ...rules.channels import Channel
from ...rules.pickup import PICKUP_DAYS
from .asking import offered
from .steps import held_request, lead, tell


@action(needs=May.ISSUE_CERTIFICATE, within="request")
def prepare_request(*, actor: Actor, request: CertificateRequest, on: date) -> CertificateRequest:
    """Find that it can be issued, and tell the resident until when it is kept.

    Ledger: residents.register.kept
    Raises: RequestElsewhere; NotOffered, in the same words as for any other reason; NotKnown.
    """
    held = held_request(request, move="prepare")
    offered(held.person, held.kind, held.options.split(), channel=Channel.HOME, on=on)
    last = on + timedelta(days=law.at(held.asked_on, PICKUP_DAYS).value)
    lead(held, "prepare", ready_on=on, keep_until=last)
    tell(held, "ready", day=day_text(last, era=False), office=held.office.name)
    return held
