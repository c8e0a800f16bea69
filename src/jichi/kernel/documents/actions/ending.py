"""How a document ceases to stand; part of the two verbs that do it."""

from datetime import date

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.ledger.lock import lock
from jichi.kernel.steps.wrong_step import WrongStep

from ..models import Document, Reason
from ..states import DOCUMENT


class StandsNoMore(Refusal):
    code = "documents.stands_no_more"
    message = _(
        "この文書は、すでに取り消されたか、差し替えられています。文書台帳で今の状態を確かめてください。"
    )


class ReasonIsMissing(Refusal):
    code = "documents.reason_is_missing"
    message = _("文書を取り消したり差し替えたりするには、理由が要ります。")


class NoNoteAnyMore(Refusal):
    """What names a person was erased; nothing that might is written anew."""

    code = "documents.no_note_any_more"
    message = _("控えを消した文書には、事情を書き足せません。事情を空にしてください。")


def held(document: Document, verb: str, *, reason: str) -> Document:
    """The document as it stands now, held until the act ends, and led on by the verb.

    Raises: StandsNoMore; ReasonIsMissing.
    """
    found = lock(Document.objects.filter(pk=document.pk)).get()
    try:
        found.step = DOCUMENT.after(found.step, verb)
    except WrongStep:
        raise StandsNoMore from None
    if reason not in Reason.values:
        raise ReasonIsMissing(fields={"reason": gettext("理由を選んでください。")})
    return found


def end(document: Document, *, reason: str, note: str, on: date) -> Document:
    """Raises: NoNoteAnyMore."""
    if document.is_erased and note.strip():
        raise NoNoteAnyMore(fields={"note": str(NoNoteAnyMore.message)})
    document.reason, document.note, document.ended_on = reason, note.strip(), on
    document.save(update_fields=["step", "reason", "note", "ended_on", "superseded_by"])
    return document
