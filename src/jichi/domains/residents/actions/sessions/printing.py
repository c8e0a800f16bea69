"""Print what was paid for: one issue, and its paper acknowledged by the machine that printed it."""

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.reading import now

from ...models import Certificate, TerminalSession
from ...permissions import May
from ...queries.home.offers import options_of
from ...queries.home.papers import digest_of
from ...rules.certificates.asked import Asking, Requester
from ...rules.channels import Channel
from ..certificates.order import CertificateOrder
from ..hand_out_certificate import hand_out_certificate
from ..issue_certificate import issue_certificate
from ..requests.asking import offered
from .steps import Call, again, held_session, lead, note, refuse_late, taken_before


class OtherPaper(Refusal):
    code = "residents.other_paper"
    message = _(
        "届いたハッシュ値が、渡した証明書のものと違います。印刷したものを客に渡さず、失敗として届けてください。"
    )


@action(needs=May.ISSUE_CERTIFICATE, within="step")
def print_at_terminal(*, actor: Actor, step: Call, session: TerminalSession) -> TerminalSession:
    """Issue the certificate that was paid for. The same session never has a second one.

    What the machine may hand out is asked again while the people of the paper are held: whoever is protected in
    between gets nothing printed. Then nothing was issued, and the money goes back.

    Ledger: residents.register.kept; documents.document.issued
    Raises: NotOffered; SessionElsewhere; SessionOver; KeyUsedOtherwise; TooManySteps; those of `issue_certificate`.
    """
    if taken_before(step):
        return again(step, session)
    held = held_session(session, "print")
    refuse_late(held)
    see_that_it_is_offered(held)
    issued = issue_certificate(actor=actor, order=order_of(held), on=held.on)
    see_that_it_is_offered(held)
    lead(held, "print", certificate=issued.number, paper=digest_of(issued.document))
    note(step, held)
    return held


def see_that_it_is_offered(session: TerminalSession) -> None:
    """Raises: NotOffered."""
    channel = Channel(session.terminal.channel)
    offered(session.person, session.kind, session.options.split(), channel=channel, on=session.on)


def order_of(session: TerminalSession) -> CertificateOrder:
    terminal = session.terminal
    return CertificateOrder(
        kind=session.kind,
        person=session.person,
        ward=terminal.ward,
        office=terminal.office,
        options=options_of(session.options.split(), session.person),
        requester=Requester(asking=Asking.SELF),
        asker=session.person,
        channel=Channel(terminal.channel),
        ticket=session.order,
    )


@action(needs=May.ISSUE_CERTIFICATE, within="step")
def acknowledge_print(*, actor: Actor, step: Call, session: TerminalSession, sha256: str) -> TerminalSession:
    """Take down that the machine printed the very paper that it was given: only now it is handed out.

    Ledger: residents.register.kept
    Raises: OtherPaper; SessionElsewhere; KeyUsedOtherwise; TooManySteps.
    """
    if taken_before(step):
        return again(step, session)
    held = held_session(session, "acknowledge")
    if sha256 != held.paper:
        raise OtherPaper
    hand_out_certificate(actor=actor, certificate=certificate_of(held), on=held.on)
    lead(held, "acknowledge", acknowledged_at=now())
    note(step, held)
    return held


def certificate_of(session: TerminalSession) -> Certificate:
    return Certificate.objects.get(ticket=session.order)
