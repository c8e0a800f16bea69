"""Reads of receipts: the one of a payment, and the papers of one hand-out."""

from datetime import timedelta

from django.db.models import Q, QuerySet

from jichi.kernel.access.actor import Actor
from jichi.kernel.documents.models import Document

from ..models import Certificate, Receipt
from ..rules.certificates.words import MACHINES

# Papers that one customer gets are made one after the other: what is older is another customer's.
ONE_VISIT = timedelta(hours=1)


def receipt_of(certificate: Certificate) -> Receipt | None:
    """The receipt that stands for what was paid; a paper made anew was paid for with the first one."""
    paid = certificate
    while paid.replaces is not None:
        paid = paid.replaces
    return Receipt.objects.filter(lines__certificate=paid, lines__stands=True).first()


def receipts_for(certificate: Certificate) -> QuerySet[Receipt]:
    return Receipt.objects.filter(lines__certificate=certificate).order_by("pk")


def receipt_document(receipt: Receipt) -> Document:
    return Document.objects.select_related("file").get(code=receipt.document)


def paid_together(actor: Actor, certificate: Certificate) -> QuerySet[Certificate]:
    """What the same clerk made at the same time, of which no receipt was given yet: one receipt may speak of all of it."""
    rows = Certificate.objects.filter(
        ward=certificate.ward_id,
        issued_by=actor.account_id,
        issued_on=certificate.issued_on,
        issued_at__gte=certificate.issued_at - ONE_VISIT,
        issued_at__lte=certificate.issued_at + ONE_VISIT,
        step__in=("issued", "handed_out"),
        replaces__isnull=True,
    )
    given = Q(receipt_lines__stands=True)
    return rows.exclude(given).exclude(channel__in=MACHINES).exclude(pk=certificate.pk).order_by("-pk")[:10]


def may_have_receipt(certificate: Certificate) -> bool:
    """Whether money was taken for it, at a counter. Machines give their own."""
    return certificate.fee > 0 and certificate.stands and certificate.channel not in MACHINES
