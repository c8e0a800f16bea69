"""Withdraw a document."""

from datetime import date

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.ledger.event import Personal

from ..events import DocumentWithdrawn
from ..models import Document
from ..permissions import May
from ..streams import stream_of
from .ending import end, held


@action(needs=May.WITHDRAW, within="document")
def withdraw_document(*, actor: Actor, document: Document, reason: str, note: str, on: date) -> Document:
    """Say that a document stands no more. Its number stays taken; whoever asks by its code is told.

    Ledger: documents.document.withdrawn
    Raises: StandsNoMore; ReasonIsMissing; NoNoteAnyMore.
    """
    ended = end(held(document, "withdraw", reason=reason), reason=reason, note=note, on=on)
    told = DocumentWithdrawn(number=ended.number, reason=reason, note=Personal(ended.note), on=on)
    record(told, stream=stream_of(ended))
    return ended
