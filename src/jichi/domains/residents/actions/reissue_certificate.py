"""Issue a certificate anew in the place of a wrong one."""

from datetime import date
from functools import partial
from uuid import UUID

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.documents.actions.issue_document import Order
from jichi.kernel.documents.actions.supersede_document import supersede_document
from jichi.kernel.documents.models import Document

from ..models import Certificate
from ..permissions import May
from ..queries.certificates import document_of
from ..rules.certificates.asked import Asking, Options, Paper, Profession, Proofs, Requester
from ..rules.certificates.kinds import Option
from ..rules.channels import Channel
from .certificates.kept_papers import held, mark_ended
from .certificates.making import make
from .certificates.order import CertificateOrder
from .certificates.written import asked_again
from .keeping import kept


@action(needs=May.VOID_CERTIFICATE, within="certificate")
def reissue_certificate(
    *, actor: Actor, certificate: Certificate, ticket: UUID, reason: str, on: date, note: str = ""
) -> Certificate:
    """Issue the same certificate from the register as it is now; the old one is void and its code names the new one.

    Nobody pays twice. The new paper is checked and read back as any other.

    Ledger: residents.register.kept; documents.document.issued; documents.document.superseded
    Raises: CertificateEnded; StandsNoMore; ReasonIsMissing; and those of an issue.
    """
    if first := Certificate.objects.filter(ticket=ticket, replaces=certificate).first():
        return asked_again(first)
    old = held(certificate, "void_certificate")
    issuing = partial(superseding, actor, document_of(old), reason, note, on)
    new = make(actor, order_of(old, ticket), on, issuing=issuing, replaces=old, is_free=True)
    mark_ended(old, reason=reason, note=note, on=on)
    about = {"document": old.document_number, "by": new.document_number, "reason": reason}
    kept(act=old.number, ward=old.ward_id, verb="reissue_certificate", about=about)
    return new


def superseding(actor: Actor, document: Document, reason: str, note: str, on: date, order: Order) -> Document:
    return supersede_document(actor=actor, document=document, order=order, reason=reason, on=on, note=note)


def order_of(old: Certificate, ticket: UUID) -> CertificateOrder:
    """What was ordered, as the register of certificates keeps it. The proofs that were shown then stand."""
    members = tuple(old.entries.order_by("person").values_list("person", flat=True))
    return CertificateOrder(
        kind=old.kind,
        person=old.person,
        ward=old.ward,
        options=Options(
            items=frozenset(map(Option, old.options.split())),
            whole=old.is_whole,
            members=() if old.is_whole else members,
        ),
        requester=Requester(
            asking=Asking(old.asking),
            name=old.requester_name,
            address=old.requester_address,
            purpose=old.purpose,
            profession=Profession(old.profession) if old.profession else None,
            papers=frozenset(map(Paper, old.papers.split())),
        ),
        proofs=Proofs(shown=tuple(old.proofs.split())),
        channel=Channel(old.channel),
        office=old.office,
        exemption=old.exemption,
        act=old.act,
        card_is_known=True,
        ticket=ticket,
    )
