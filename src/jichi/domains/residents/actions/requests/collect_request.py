"""Hand over what was asked for from home: issued only now, to the person who stands at the counter."""

from collections.abc import Sequence
from datetime import date

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action

from ...models import Certificate, CertificateRequest
from ...permissions import May
from ...queries.home.offers import options_of
from ...queries.home.proofs import see_proofs
from ...rules.certificates.asked import Asking, Proofs, Requester
from ...rules.channels import Channel
from ..certificates.order import CertificateOrder
from ..hand_out_certificate import hand_out_certificate
from ..issue_certificate import issue_certificate
from .asking import offered
from .steps import held_request, lead, tell


@action(needs=May.ISSUE_CERTIFICATE, within="request")
def collect_request(
    *, actor: Actor, request: CertificateRequest, proofs: Sequence[str], on: date, card: str = ""
) -> Certificate:
    """Issue the certificate as the register stands today, and hand it to whom it was made for.

    `card` is the number of the seal's card, without which no certificate of a seal is made.

    Ledger: residents.register.kept; documents.document.issued
    Raises: NotProven; NotOffered; RequestElsewhere; those of `issue_certificate`.
    """
    held = held_request(request, move="collect")
    see_proofs(proofs, on)
    see_that_it_is_offered(held, on)
    issued = issue_certificate(actor=actor, order=order_of(held, proofs, card), on=on)
    # Once more, now that the person is held: a protection may have begun a moment ago.
    see_that_it_is_offered(held, on)
    given = hand_out_certificate(actor=actor, certificate=issued, on=on, proofs=Proofs(shown=tuple(proofs)))
    lead(held, "collect", certificate=issued.number, ended_on=on)
    tell(held, "collected")
    return given


def see_that_it_is_offered(request: CertificateRequest, on: date) -> None:
    """Raises: NotOffered."""
    offered(request.person, request.kind, request.options.split(), channel=Channel.HOME, on=on)


def order_of(request: CertificateRequest, proofs: Sequence[str], card: str) -> CertificateOrder:
    return CertificateOrder(
        kind=request.kind,
        person=request.person,
        ward=request.office.ward,
        office=request.office,
        options=options_of(request.options.split(), request.person),
        requester=Requester(asking=Asking.SELF, purpose=request.purpose),
        asker=request.person,
        proofs=Proofs(shown=tuple(proofs)),
        channel=Channel.HOME,
        card=card,
        ticket=request.ticket,
    )
