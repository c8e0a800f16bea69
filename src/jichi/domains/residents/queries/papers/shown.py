"""Which issued papers the register of documents (文書台帳) shows to whom."""

from django.db.models import Q

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.policy import holding, may_somewhere

from ...models import Certificate, CertificateEntry, ReceiptLine
from ...permissions import May
from ..protection import coverings


def shown_papers(actor: Actor) -> Q:
    """Rows of Document: for who issues certificates; those on which a protected person stands for the officers in charge."""
    if not may_somewhere(actor, May.ISSUE_CERTIFICATE):
        return Q(pk__in=[])
    covered = coverings().exclude(in_charge(actor)).values("person")
    named = CertificateEntry.objects.filter(person__in=covered).values("certificate__document")
    of_them = Certificate.objects.filter(person__in=covered).values("document")
    paid = ReceiptLine.objects.filter(certificate__person__in=covered).values("receipt__document")
    return ~Q(code__in=named) & ~Q(code__in=of_them) & ~Q(code__in=paid)


def in_charge(actor: Actor) -> Q:
    """Coverings by cases of the wards in which the actor looks after protected people."""
    wards = {held.ward for held in holding(actor, May.SEE_PROTECTED)}
    return Q() if None in wards else Q(case__ward__in=[ward for ward in wards if ward])
