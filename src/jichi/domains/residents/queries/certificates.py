"""Reads of the certificates that were issued, and the gates to one of them."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from django.db.models import Count, QuerySet, Sum

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.policy import holding, may
from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.documents.models import Document
from jichi.kernel.places.models import Ward
from jichi.kernel.values.reference import MistypedReference, Reference

from ..models import Certificate, Entry
from ..permissions import May
from ..rules import numbers
from ..rules.certificates.reading import OTHER_DOCUMENT, WrongPaper
from ..rules.certificates.words import MACHINES
from .civil_notices import is_clear
from .register import believed

IDENTITY = "identity"


def still_stands(certificate: Certificate) -> bool:
    """Whether the registers still say what was printed."""
    if certificate.kind == IDENTITY and not is_clear(certificate.person):
        return False
    printed = certificate.entries.filter(entry__isnull=False)
    known = believed(Entry.objects.filter(pk__in=printed.values("entry")))
    return known.count() == printed.count()


def wards_to_issue_in(actor: Actor) -> QuerySet[Ward]:
    """The wards in whose name this actor issues.

    Raises: NotThere for who issues nowhere.
    """
    held = holding(actor, May.ISSUE_CERTIFICATE)
    if not held:
        raise NotThere
    wards = {each.ward for each in held}
    rows = Ward.objects.order_by("code")
    return rows if None in wards else rows.filter(code__in=wards)


def certificates_of_a_day(actor: Actor, on: date) -> QuerySet[Certificate]:
    """What the actor's wards issued on a day, newest first.

    Raises: NotThere.
    """
    rows = Certificate.objects.filter(ward__in=wards_to_issue_in(actor), issued_on=on)
    return rows.select_related("person", "ward", "office").order_by("-pk")


def certificate_with(actor: Actor, number: str) -> Certificate:
    """Raises: NotThere, also for a certificate of another ward."""
    rows = Certificate.objects.select_related("person", "ward", "office", "replaces")
    found = rows.filter(pk=serial_of(number)).first()
    if found is None or not may(actor, May.ISSUE_CERTIFICATE, found.scope):
        raise NotThere
    return found


def serial_of(number: str) -> int:
    """Raises: NotThere for what is no number of a certificate."""
    try:
        reference = Reference.parse(number)
    except MistypedReference:
        raise NotThere from None
    if reference.kind != numbers.CERTIFICATE:
        raise NotThere
    return reference.serial


def document_of(certificate: Certificate) -> Document:
    return Document.objects.select_related("bureau", "section").get(code=certificate.document)


@dataclass(frozen=True, kw_only=True)
class Till:
    """What was taken and given back over the counter on a day. Units: yen. Machines count their own."""

    kinds: tuple[tuple[str, int, int], ...]
    taken: int
    returned: int


def till_of_a_day(actor: Actor, on: date) -> Till:
    """Two queries. Raises: NotThere."""
    mine = Certificate.objects.filter(ward__in=wards_to_issue_in(actor)).exclude(channel__in=MACHINES)
    by_kind = mine.filter(issued_on=on).values("kind").annotate(count=Count("pk"), fees=Sum("fee"))
    kinds = tuple((row["kind"], row["count"], row["fees"]) for row in by_kind.order_by("kind"))
    back = mine.filter(ended_on=on, fee_returned=True).aggregate(fees=Sum("fee"))
    return Till(kinds=kinds, taken=sum(fees for _, _, fees in kinds), returned=back["fees"] or 0)


def certificate_to_end(actor: Actor, number: str) -> Certificate:
    """Raises: NotThere for who may not make it void, and for what stands no more."""
    found = certificate_with(actor, number)
    if not found.stands or not may(actor, May.VOID_CERTIFICATE, found.scope):
        raise NotThere
    return found


def issued_file(certificate: Certificate) -> bytes:
    """The paper as it was read back and signed. Another file in its place is never printed.

    Raises: WrongPaper.
    """
    document = document_of(certificate)
    pdf = bytes(document.file.pdf)
    if sha256(pdf).hexdigest() != document.sha256:
        raise WrongPaper(fault=OTHER_DOCUMENT)
    return pdf
