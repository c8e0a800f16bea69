"""Keep what was issued, and put it on the record."""

from datetime import datetime

from jichi.kernel.actions.action import acting
from jichi.kernel.documents.models import Document

from ...models import Certificate, CertificateEntry
from ...queries.papers.content import Content
from ...rules import numbers
from ...rules.certificates.eligibility import Way
from ..keeping import kept
from .order import CertificateOrder


def written(
    order: CertificateOrder,
    document: Document,
    content: Content,
    *,
    way: Way,
    fee: int,
    at: datetime,
    replaces: Certificate | None = None,
) -> Certificate:
    """Ledger: residents.register.kept"""
    made = Certificate.objects.create(
        **said(order),
        basis=way.basis,
        fee=fee,
        document=document.code,
        document_number=document.number,
        issued_on=document.issued_on,
        issued_at=at,
        issued_by_id=acting().actor.account_id,
        actor_title=acting().actor.title,
        replaces=replaces,
    )
    CertificateEntry.objects.bulk_create(
        CertificateEntry(certificate=made, person_id=person, entry_id=entry)
        for person, entry in sorted(content.people.items())
    )
    kept(
        act=made.number,
        ward=made.ward_id,
        verb="issue_certificate",
        about=about(made, content),
        basis=made.basis,
    )
    return made


def said(order: CertificateOrder) -> dict[str, object]:
    requester = order.requester
    return {
        "ticket": order.ticket,
        "kind": order.kind,
        "person": order.person,
        "options": " ".join(sorted(order.options.items)),
        "is_whole": order.options.whole,
        "act": order.act,
        "ward": order.ward,
        "office": order.office,
        "channel": order.channel,
        "asking": requester.asking,
        "requester_name": requester.name,
        "requester_address": requester.address,
        "purpose": requester.purpose,
        "profession": requester.profession or "",
        "papers": " ".join(sorted(requester.papers)),
        "proofs": " ".join(order.proofs.shown),
        "exemption": order.exemption,
        "is_demo": order.person.is_demo,
    }


def about(made: Certificate, content: Content) -> dict[str, object]:
    return {
        "kind": made.kind,
        "document": made.document_number,
        "people": [numbers.number(numbers.PERSON, person) for person in sorted(content.people)],
        "asking": made.asking,
        "channel": made.channel,
        "fee": made.fee,
    }


def asked_again(first: Certificate) -> Certificate:
    """The same ticket came again: it is the same certificate, and the record says that it was asked for again.

    Ledger: residents.register.kept
    """
    kept(act=first.number, ward=first.ward_id, verb="ask_again", about={"document": first.document_number})
    return first
