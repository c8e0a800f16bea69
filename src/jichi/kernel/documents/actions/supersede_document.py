"""Put a new document in the place of an old one."""

from datetime import date

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.ledger.event import Personal

from ..events import DocumentSuperseded
from ..models import Document
from ..permissions import May
from ..streams import stream_of
from .ending import end, held
from .issue_document import Order, issue_document


@action(needs=May.ISSUE, within="document")
def supersede_document(
    *, actor: Actor, document: Document, order: Order, reason: str, on: date, note: str = ""
) -> Document:
    """Issue a new document, under a number of its own, that takes the place of one that stands.

    Ledger: documents.document.issued; documents.document.superseded
    Raises: StandsNoMore; ReasonIsMissing; NoNoteAnyMore; NoSymbol; KeyIsMissing; BadTemplate.
    """
    old = held(document, "supersede", reason=reason)
    new = issue_document(actor=actor, order=order, on=on)
    old.superseded_by = new
    end(old, reason=reason, note=note, on=on)
    told = DocumentSuperseded(number=old.number, by=new.number, reason=reason, note=Personal(old.note), on=on)
    record(told, stream=stream_of(old))
    return new
