"""Issue a document: number, paper, signature and record in one transaction, or nothing of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from django.db import connection

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.roles import Scope
from jichi.kernel.actions.action import action, record
from jichi.kernel.clock.reading import now
from jichi.kernel.ledger.event import Personal
from jichi.kernel.places.models import Bureau, Section
from jichi.kernel.values.fiscal_year import FiscalYear

from ..codes import DocumentCode
from ..events import DocumentIssued
from ..issue_block import issue_block
from ..keys import KeyIsMissing
from ..models import Certificate, Document, IssuedFile, TemplateVersion
from ..numbering import numbers
from ..paper import Paper, written
from ..permissions import May
from ..queries import certificate_in_use
from ..render import draw, inputs
from ..streams import stream_of
from ..templates import template_named

# One statement counts on, or begins a series, and holds its row: two acts of one bureau never read the same number.
NEXT = """
INSERT INTO documents_numberseries (bureau_id, year, series, last) VALUES (%s, %s, %s, 1)
ON CONFLICT (bureau_id, year, series) DO UPDATE SET last = documents_numberseries.last + 1 RETURNING last
"""


@dataclass(frozen=True, kw_only=True)
class Order:
    """What is to be issued, by which office. `title` is for the register; it may name a person.

    `record` is the public reference of the record it is of, where there is one. `is_public` lets everybody read the
    paper itself; of any other document nobody is told more than that it was issued and stands. `series` names a series of
    numbers that the bureau counts beside its usual one. `examine` is given the finished PDF before anything is committed:
    if it raises, nothing was issued and the number was never given.
    """

    template: str
    data: Mapping[str, Any]
    title: str
    bureau: Bureau
    section: Section | None = None
    record: str = ""
    series: str = ""
    is_public: bool = False
    is_demo: bool = False
    is_signed: bool = True
    examine: Callable[[bytes], None] | None = None

    @property
    def scope(self) -> Scope:
        section = self.section.code if self.section else None
        return Scope(ward=self.bureau.ward_id, bureau=self.bureau.code, section=section)


@action(needs=May.ISSUE, within="order")
def issue_document(*, actor: Actor, order: Order, on: date) -> Document:
    """Give a document the next number of its bureau and 年度, print, sign and register it.

    Called inside a domain's own action it is part of that act: if the act fails, the number was never given.

    Ledger: documents.document.issued
    Raises: NoSymbol; KeyIsMissing; BadTemplate; whatever the order's examination refuses.
    """
    certificate = certificate_to_sign_with() if order.is_signed else None
    # From here on whoever is next in this bureau waits.
    document = unwritten(order, next_serial(order.bureau, FiscalYear.of(on), order.series), on)
    paper = made(order, document, certificate)
    if order.examine:
        order.examine(paper.pdf)
    document.version = version_of(paper, order.template)
    document.certificate = certificate
    document.given = written(paper.given)
    document.plain_sha256, document.sha256 = digest(paper.plain), digest(paper.pdf)
    document.save()
    IssuedFile.objects.create(document=document, pdf=paper.pdf)
    record(told(document), stream=stream_of(document))
    return document


def next_serial(bureau: Bureau, year: FiscalYear, series: str) -> int:
    """The next number of a series, held until the act ends: whoever is next waits for this one."""
    with connection.cursor() as cursor:
        cursor.execute(NEXT, [bureau.code, year.year, series])
        return int(cursor.fetchone()[0])


def unwritten(order: Order, serial: int, on: date) -> Document:
    year = FiscalYear.of(on)
    number = numbers().written(bureau=order.bureau.code, year=year, serial=serial, series=order.series)
    return Document(
        number=number,
        bureau=order.bureau,
        section=order.section,
        year=year.year,
        series=order.series,
        serial=serial,
        code=DocumentCode.drawn(),
        title=order.title,
        record=order.record,
        is_public=order.is_public,
        is_demo=order.is_demo,
        template=order.template,
        issued_on=on,
        issued_at=now(),
    )


def made(order: Order, document: Document, certificate: Certificate | None) -> Paper:
    """Draw the paper with its number and code, and sign it."""
    block = issue_block(
        number=document.number,
        office=str(order.section or order.bureau),
        on=document.issued_on,
        code=DocumentCode(document.code),
    )
    source, given = template_named(order.template).source(), inputs(order.data, issue=block)
    plain = draw(source, given, document.issued_at)
    pdf = signed(plain, document, certificate) if certificate else plain
    return Paper(source=source, given=given, plain=plain, pdf=pdf)


def signed(plain: bytes, document: Document, certificate: Certificate) -> bytes:
    """Raises: KeyIsMissing."""
    # The library takes a second to load: only who signs waits for it.
    from ..signing import sign

    return sign(plain, fingerprint=certificate.fingerprint, at=document.issued_at)


def version_of(paper: Paper, name: str) -> TemplateVersion:
    """The version of the template as it was drawn, kept with the first document made with it."""
    source = paper.source
    known = {"name": name, "template": source.template, "style": source.style, "first_used_at": now()}
    versions = TemplateVersion.objects.only("digest")
    return versions.get_or_create(digest=source.digest, defaults=known)[0]


def certificate_to_sign_with() -> Certificate:
    """Raises: KeyIsMissing."""
    certificate = certificate_in_use()
    if certificate is None:
        raise KeyIsMissing
    return certificate


def digest(pdf: bytes) -> str:
    return sha256(pdf).hexdigest()


def told(document: Document) -> DocumentIssued:
    return DocumentIssued(
        number=document.number,
        bureau=document.bureau_id,
        year=document.year,
        serial=document.serial,
        template=document.template,
        template_version=document.version_id,
        record=document.record,
        title=Personal(document.title),
        issued_on=document.issued_on,
        sha256=document.sha256,
        certificate=document.certificate_id or "",
    )
