"""What the record says about issued documents: number and hash, and nothing that names a person.

The code on the paper is never told: with it anybody could ask about the document. The hash may be told: the code is
part of the paper, so that nobody finds a paper by trying likely contents.
"""

from datetime import date

from jichi.kernel.ledger.event import Personal, event
from jichi.kernel.values.fault import gettext_noop as _


@event("documents.document.issued", label=_("文書を発行した"))
class DocumentIssued:
    number: str
    bureau: str
    year: int
    serial: int
    template: str
    template_version: str
    record: str
    title: Personal
    issued_on: date
    sha256: str
    certificate: str


@event("documents.document.superseded", label=_("文書を差し替えた"))
class DocumentSuperseded:
    number: str
    by: str
    reason: str
    note: Personal
    on: date


@event("documents.document.withdrawn", label=_("文書を取り消した"))
class DocumentWithdrawn:
    number: str
    reason: str
    note: Personal
    on: date


@event("documents.document.erased", label=_("文書の市の控えを消した"))
class DocumentErased:
    """Number, hashes and state stay; what names a person and the file are gone. `kept_until` was the last day."""

    number: str
    kept_until: date
    on: date
    reason: Personal


@event("documents.document.looked_at", label=_("公開しない文書を開いた"))
class DocumentLookedAt:
    """The hash says which document: numbers come again when an era counts as far as the last one did."""

    number: str
    sha256: str
    why: Personal


@event("documents.certificate.adopted", label=_("文書の署名に使う証明書を定めた"))
class CertificateAdopted:
    """`before` is the fingerprint of the one that was used until now."""

    fingerprint: str
    subject: str
    valid_from: str
    valid_until: str
    before: str
