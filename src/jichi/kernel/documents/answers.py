"""What anybody may be told of a document: by its code, or by the file itself. Never whom it is about."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from jichi.kernel.actions.refusal import Refusal

from .codes import DocumentCode, MistypedCode
from .models import Document
from .queries import document_with, document_with_hash


class CodeMistyped(Refusal):
    code = "documents.code_mistyped"
    status = 404
    message = _(
        "確認コードに打ち間違いがあります。英数字18文字（6文字ずつ3組）です。紙のコードと見比べて、もう一度入れてください。"
    )


class NotIssued(Refusal):
    """The code or the file is sound and belongs to no document of this city."""

    code = "documents.not_issued"
    status = 404
    message = _(
        "この文書は、この市が発行したものではありません（台帳にありません）。紙に書かれた市に問い合わせてください。"
    )


@dataclass(frozen=True, kw_only=True)
class PublicAnswer:
    """Number, office, day and state of any document; title and record only of one that is everybody's."""

    number: str
    bureau: str
    issued_on: date
    state: str
    ended_on: date | None
    reason: str
    superseded_by: str
    is_signed: bool
    certificate: str
    is_public: bool
    is_demo: bool
    title: str
    record: str
    sha256: str
    copy_destroyed_on: date | None


def answer_to_code(text: str) -> Document:
    """Raises: CodeMistyped; NotIssued."""
    try:
        code = DocumentCode.parse(text)
    except MistypedCode:
        raise CodeMistyped from None
    found = document_with(code)
    if found is None:
        raise NotIssued
    return found


def answer_to_hash(sha256: str) -> Document:
    """Raises: NotIssued."""
    found = document_with_hash(sha256.lower())
    if found is None:
        raise NotIssued
    return found


def told_of(document: Document) -> PublicAnswer:
    by = document.superseded_by
    return PublicAnswer(
        number=document.number,
        bureau=document.bureau.name,
        issued_on=document.issued_on,
        state=document.step,
        ended_on=document.ended_on,
        reason=document.reason,
        superseded_by=by.number if by else "",
        is_signed=document.is_signed,
        certificate=document.certificate_id or "",
        is_public=document.is_public,
        is_demo=document.is_demo,
        title=document.title if document.is_public else "",
        record=document.record if document.is_public else "",
        sha256=document.sha256 if document.is_public else "",
        copy_destroyed_on=document.erased_on,
    )
