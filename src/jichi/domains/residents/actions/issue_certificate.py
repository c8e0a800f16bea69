"""Issue a certificate: check, number, print, read back, keep; or nothing of it."""

from datetime import date
from functools import partial

from django.db import IntegrityError

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.documents.actions.issue_document import Order, issue_document
from jichi.kernel.documents.models import Document

from ..models import Certificate
from ..permissions import May
from .certificates.making import TicketIsUsed, make
from .certificates.order import CertificateOrder

__all__ = ["CertificateOrder", "TicketIsUsed", "issue_certificate"]


@action(needs=May.ISSUE_CERTIFICATE, within="order")
def issue_certificate(*, actor: Actor, order: CertificateOrder, on: date) -> Certificate:
    """Issue one certificate for a ticket. The same ticket again is answered with the same certificate.

    The people of the certificate are held from the reading of the register to the end: whoever moves, corrects or
    protects them comes before or after, never between. The paper is read back from where it was stored; if it is not
    the right one, number and row are as if they had never been.

    Ledger: residents.register.kept; documents.document.issued
    Raises: NotOfferedHere; RegisterIsMoving; TicketIsUsed; WrongPaper; and those of `check` and `fee_on`.
    """
    try:
        return make(actor, order, on, issuing=partial(numbered, actor, on))
    except IntegrityError as fault:
        # Two people's requests under one ticket at one moment: each held only its own person.
        if "ticket" in str(fault):
            raise TicketIsUsed from None
        raise


def numbered(actor: Actor, on: date, order: Order) -> Document:
    return issue_document(actor=actor, order=order, on=on)
