"""Reads of the register, and the gates to one document."""

from django.db.models import QuerySet

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.policy import may, may_somewhere
from jichi.kernel.actions.refusal import NotThere

from .codes import DocumentCode
from .models import Certificate, Document
from .permissions import May, rows_for


def documents() -> QuerySet[Document]:
    return Document.objects.select_related("bureau", "section", "superseded_by").defer("given")


def register_for(actor: Actor) -> QuerySet[Document]:
    """What the actor may see of the register, newest first.

    Raises: NotThere for who may see none of it.
    """
    if not may_somewhere(actor, May.SEE_REGISTER):
        raise NotThere
    return documents().filter(rows_for(actor, May.SEE_REGISTER)).order_by("-issued_on", "-pk")


def document_for(actor: Actor, pk: int) -> Document:
    """Raises: NotThere."""
    found = register_for(actor).select_related("version", "certificate").filter(pk=pk).first()
    if found is None:
        raise NotThere
    return found


def document_to_withdraw(actor: Actor, pk: int) -> Document:
    """Raises: NotThere for who may not withdraw it, and for what stands no more."""
    found = document_for(actor, pk)
    if not may_withdraw(actor, found):
        raise NotThere
    return found


def may_withdraw(actor: Actor, document: Document) -> bool:
    return document.stands and may(actor, May.WITHDRAW, document.scope)


def document_with(code: DocumentCode) -> Document | None:
    """Whoever has the code holds the paper."""
    return documents().filter(code=code).first()


def document_with_hash(sha256: str) -> Document | None:
    """Whoever has the hash has the file."""
    return documents().filter(sha256=sha256).first()


def standing_of(record: str) -> QuerySet[Document]:
    """The public documents of a record that stand, newest first."""
    return documents().filter(record=record, is_public=True, step="stands").order_by("-pk")


def newest_of(record: str) -> Document | None:
    """The newest public document of a record, whether it stands or not."""
    return documents().filter(record=record, is_public=True).order_by("-pk").first()


def public_file(document: Document) -> bytes:
    """The PDF as it was handed out, of a document that is everybody's.

    Raises: NotThere.
    """
    if not document.is_public:
        raise NotThere
    return bytes(document.file.pdf)


def certificate_in_use() -> Certificate | None:
    return Certificate.objects.filter(is_in_use=True).first()
