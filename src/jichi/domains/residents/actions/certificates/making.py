"""Hold, check, print, read back, keep: the one way in which a certificate comes about."""

from collections.abc import Callable
from datetime import date

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.reading import now
from jichi.kernel.documents.actions.issue_document import Order
from jichi.kernel.documents.models import Document
from jichi.kernel.places.models import Bureau, Section

from ...models import Certificate
from ...queries.fees import fee_on
from ...queries.papers.builders import Builder, builder_of
from ...queries.papers.content import Content, Wanted
from ...queries.papers.reading import Reading
from ...rules.certificates.kinds import certificate_kind
from ...rules.certificates.words import MACHINES
from .checking import NotOfferedHere, check
from .examining import examine
from .holding import hold
from .order import CertificateOrder
from .written import asked_again, written

OFFICIAL = "ja"
# The residents' section (区民課) of a ward office, by the end of its code.
DESK = "-residents"
Issuing = Callable[[Order], Document]


class TicketIsUsed(Refusal):
    code = "residents.ticket_is_used"
    message = _(
        "この受付の番号では、別の証明書がすでに発行されています。前の画面に戻り、新しい受付として進めてください。"
    )


def make(
    actor: Actor,
    order: CertificateOrder,
    on: date,
    *,
    issuing: Issuing,
    replaces: Certificate | None = None,
    is_free: bool = False,
) -> Certificate:
    """One certificate for a ticket; `issuing` gives the drawn paper its number.

    Raises: NotOfferedHere; RegisterIsMoving; TicketIsUsed; WrongPaper; and those of `check` and `fee_on`.
    """
    builder = offered(order)
    wanted = wanted_of(actor, order, on)
    reading = hold(builder, wanted)
    if first := Certificate.objects.filter(ticket=order.ticket).first():
        return the_same(first, order)
    way = check(actor, order, reading, on)
    fee = fee_on(wanted.kind, on, exemption=order.exemption)
    at = now()
    document, content = drawn(builder, wanted, reading, order, issuing)
    return written(
        order, document, content, way=way, fee=0 if is_free else fee.amount, at=at, replaces=replaces
    )


def offered(order: CertificateOrder) -> Builder:
    """Raises: NotOfferedHere for what no register can fill."""
    if builder := builder_of(order.kind):
        return builder
    raise NotOfferedHere


def wanted_of(actor: Actor, order: CertificateOrder, on: date) -> Wanted:
    return Wanted(
        actor=actor,
        kind=certificate_kind(order.kind),
        person=order.person,
        options=order.options,
        ward=order.ward,
        on=on,
        act=order.act,
        card=order.card,
        card_is_known=order.card_is_known or order.channel in MACHINES,
    )


def the_same(first: Certificate, order: CertificateOrder) -> Certificate:
    """Raises: TicketIsUsed for a ticket that asked for something else."""
    if (first.person_id, first.kind) != (order.person.pk, order.kind):
        raise TicketIsUsed
    return asked_again(first)


def drawn(
    builder: Builder, wanted: Wanted, reading: Reading, order: CertificateOrder, issuing: Issuing
) -> tuple[Document, Content]:
    """The document, read back and found right."""
    with override(OFFICIAL):
        content = builder.content(wanted, reading)
        document = issuing(document_order(content, order))
        examine(document, content)
    return document, content


def document_order(content: Content, order: CertificateOrder) -> Order:
    section = (
        Section.objects.select_related("bureau").filter(bureau__ward=order.ward, code__endswith=DESK).first()
    )
    bureau = section.bureau if section else Bureau.objects.get(ward=order.ward)
    return Order(
        template=content.template,
        data=content.data,
        title=content.title,
        bureau=bureau,
        section=section,
        is_demo=order.person.is_demo,
    )
