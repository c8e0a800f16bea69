"""Reads of the register, and the gates to one document."""

from datetime import timedelta

from django.db.models import Case, Q, QuerySet, Value, When

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.policy import may, may_somewhere
from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.clock.reading import now
from jichi.kernel.ledger.models import Event

from .codes import DocumentCode
from .models import Certificate, Document, DocumentLook, IssuedFile
from .permissions import May, rows_for
from .streams import LOOKS, stream_of
from .templates import declared

# So long a reason that was given holds, for this document and this person.
OPEN_FOR = timedelta(minutes=15)
# What a list may say of a document: a title may name a person, and who reads it has to say why.
SHOWN_TITLE = Case(When(is_public=True, then="title"), default=Value(""))


def documents() -> QuerySet[Document]:
    return Document.objects.select_related("bureau", "section", "superseded_by").defer("given")


def register_for(actor: Actor) -> QuerySet[Document]:
    """What the actor may see of the register, newest first.

    Raises: NotThere for who may see none of it.
    """
    if not may_somewhere(actor, May.SEE_REGISTER):
        raise NotThere
    rows = documents().filter(rows_for(actor, May.SEE_REGISTER), shown_to(actor))
    return rows.annotate(shown_title=SHOWN_TITLE).order_by("-issued_on", "-pk")


def shown_to(actor: Actor) -> Q:
    """All but what a domain keeps from this actor."""
    rows = Q()
    for template in declared():
        # An empty condition means "all of them", and OR would let it mean nothing.
        if template.may_look and (allowed := template.may_look(actor)):
            rows &= Q(is_public=True) | ~Q(template=template.name) | allowed
    return rows


def may_look(actor: Actor, document: Document) -> bool:
    return Document.objects.filter(shown_to(actor), pk=document.pk).exists()


def must_say_why(actor: Actor, document: Document) -> bool:
    """Whether this person has to give a reason before the document is shown: it holds something about somebody."""
    if document.is_public or document.is_erased:
        return False
    return not document.looks.filter(looked_by=actor.account_id, at__gte=now() - OPEN_FOR).exists()


def looks_at(document: Document) -> QuerySet[DocumentLook]:
    """Newest first."""
    return document.looks.order_by("-at", "-pk")


def file_for(document: Document) -> bytes:
    """The PDF as it was handed out, for who may see it.

    Raises: NotThere where the copy was erased.
    """
    kept = IssuedFile.objects.filter(document=document).first()
    if kept is None:
        raise NotThere
    return bytes(kept.pdf)


def events_of(document: Document) -> QuerySet[Event]:
    """What the record says of a document and of who looked at it."""
    own = Q(stream__name=stream_of(document), public__number=document.number)
    looked = Q(stream__name=LOOKS, public__sha256=document.sha256)
    return Event.objects.filter(own | looked).select_related("stream").order_by("pk")


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


def document_to_erase(actor: Actor, pk: int) -> Document:
    """Raises: NotThere for who may not erase it, and for what is public or erased."""
    found = document_for(actor, pk)
    if not may_erase(actor, found):
        raise NotThere
    return found


def may_erase(actor: Actor, document: Document) -> bool:
    return not (document.is_public or document.is_erased) and may(actor, May.ERASE, document.scope)


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
    return file_for(document)


def certificate_in_use() -> Certificate | None:
    return Certificate.objects.filter(is_in_use=True).first()
