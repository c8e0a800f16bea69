"""Erase the city's copy of a document about a person when its years are over."""

from datetime import date

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.ledger.event import Personal
from jichi.kernel.ledger.events import ERASURES
from jichi.kernel.ledger.forget import forget
from jichi.kernel.ledger.lock import lock

from ..events import DocumentErased
from ..models import HOLDS_NOTHING, Document, DocumentLook, IssuedFile
from ..permissions import May
from ..queries import events_of
from ..retention import kept_until
from ..streams import stream_of


class ErasedAlready(Refusal):
    code = "documents.erased_already"
    message = _("この文書の控えは、もう消されています。")


class KeptForEverybody(Refusal):
    code = "documents.kept_for_everybody"
    message = _("だれでも読める文書は消しません。消せるのは、公開しない文書の控えだけです。")


class PeriodIsUnknown(Refusal):
    """Nobody has said for how long documents of this kind are kept."""

    code = "documents.period_is_unknown"
    message = _(
        "この種類の文書の保存期間が決まっていないため、消せません。文書担当に、保存期間を市の法令データへ入れてもらってください。"
    )


class StillKept(Refusal):
    code = "documents.still_kept"


class NoReasonToErase(Refusal):
    code = "documents.no_reason_to_erase"
    message = _("文書の控えを消すには、理由が要ります。")


@action(needs=May.ERASE, within="document")
def erase_document(*, actor: Actor, document: Document, reason: str, on: date) -> Document:
    """Destroy title, given data, note and file, and why somebody looked: all that may name a person, on record too.

    The rest stays for ever: number, code, hashes, day and state, and that somebody looked, so that whoever holds the
    paper still learns whether it was issued and stands.

    Ledger: documents.document.erased; record.clear_text.erased
    Raises: KeptForEverybody; ErasedAlready; PeriodIsUnknown; StillKept; NoReasonToErase.
    """
    found = lock(Document.objects.filter(pk=document.pk)).get()
    last = last_day_of(found, on)
    if not (said := reason.strip()):
        raise NoReasonToErase(fields={"reason": gettext("消す理由を書いてください。")})
    IssuedFile.objects.filter(document=found).delete()
    DocumentLook.objects.filter(document=found).delete()
    for name, nothing in HOLDS_NOTHING.items():
        setattr(found, name, nothing)
    found.erased_on, found.erased_because = on, said
    found.save(update_fields=[*HOLDS_NOTHING, "erased_on", "erased_because"])
    for event in events_of(found):
        if told := forget(event, reason=said):
            record(told, stream=ERASURES)
    gone = DocumentErased(number=found.number, kept_until=last, on=on, reason=Personal(said))
    record(gone, stream=stream_of(found))
    return found


def last_day_of(document: Document, on: date) -> date:
    """The last day on which the document had to be kept, which is over.

    Raises: KeptForEverybody; ErasedAlready; PeriodIsUnknown; StillKept.
    """
    if document.is_public:
        raise KeptForEverybody
    if document.is_erased:
        raise ErasedAlready
    last = kept_until(document)
    if last is None:
        raise PeriodIsUnknown
    if on <= last:
        said = gettext("この文書は%(year)s年%(month)s月%(day)s日まで保存します。その翌日から消せます。")
        raise StillKept(said % {"year": last.year, "month": last.month, "day": last.day})
    return last
