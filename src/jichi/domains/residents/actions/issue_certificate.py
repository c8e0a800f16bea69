"""Issue a certificate: check, number, print, read back, keep; or nothing of it."""

from datetime import date

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.reading import now
from jichi.kernel.documents.actions.issue_document import Order, issue_document
from jichi.kernel.documents.models import Document
from jichi.kernel.places.models import Bureau, Section

from ..models import Certificate
from ..permissions import May
from ..queries.fees import fee_on
from ..queries.papers.builders import Builder, builder_of
from ..queries.papers.content import Content, Wanted
from ..rules.certificates.kinds import certificate_kind
from .certificates.checking import NotOfferedHere, check
from .certificates.examining import examine
from .certificates.holding import hold
from .certificates.order import CertificateOrder
from .certificates.written import asked_again, written

__all__ = ["CertificateOrder", "TicketIsUsed", "issue_certificate"]
OFFICIAL = "ja"


class TicketIsUsed(Refusal):
    code = "residents.ticket_is_used"
    message = _(
        "この受付の番号では、別の証明書がすでに発行されています。前の画面に戻り、新しい受付として進めてください。"
    )


@action(needs=May.ISSUE_CERTIFICATE, within="order")
def issue_certificate(*, actor: Actor, order: CertificateOrder, on: date) -> Certificate:
    """Issue one certificate for a ticket. The same ticket again is answered with the same certificate.

    The people of the certificate are held from the reading of the register to the end: whoever moves, corrects or
    protects them comes before or after, never between. The paper is read back from where it was stored; if it is not
    the right one, number and row are as if they had never been.

    Ledger: residents.register.kept; documents.document.issued
    Raises: NotOfferedHere; RegisterIsMoving; TicketIsUsed; WrongPaper; and those of `check` and `fee_on`.
    """
    builder = offered(order)
    wanted = wanted_of(actor, order, on)
    hold(builder, wanted)
    if first := Certificate.objects.filter(ticket=order.ticket).first():
        return the_same(first, order)
    way = check(order, on)
    fee = fee_on(wanted.kind, on, exemption=order.exemption)
    at = now()
    document, content = drawn(builder, wanted, order)
    return written(order, document, content, way=way, fee=fee.amount, at=at)


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
    )


def the_same(first: Certificate, order: CertificateOrder) -> Certificate:
    """Raises: TicketIsUsed for a ticket that asked for something else."""
    if (first.person_id, first.kind) != (order.person.pk, order.kind):
        raise TicketIsUsed
    return asked_again(first)


def drawn(builder: Builder, wanted: Wanted, order: CertificateOrder) -> tuple[Document, Content]:
    """The document, read back and found right."""
    with override(OFFICIAL):
        content = builder.content(wanted)
        document = issue_document(actor=wanted.actor, order=document_order(content, order), on=wanted.on)
        examine(document, content)
    return document, content


def document_order(content: Content, order: CertificateOrder) -> Order:
    bureau = Bureau.objects.get(ward=order.ward)
    return Order(
        template=content.template,
        data=content.data,
        title=content.title,
        bureau=bureau,
        section=Section.objects.filter(bureau=bureau, code=f"{bureau.code}-residents").first(),
        is_demo=order.person.is_demo,
    )
