"""A certificate that is there already: held as it stands now, with its people, and led on by a verb."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from jichi.kernel.actions.action import acting
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.documents.actions.withdraw_document import withdraw_document
from jichi.kernel.ledger.lock import lock
from jichi.kernel.steps.wrong_step import WrongStep

from ...models import Certificate
from ...queries.certificates import document_of
from ...states import CERTIFICATE
from ..holding import hold_people
from .receipts import end_receipt


class CertificateEnded(Refusal):
    code = "residents.certificate_ended"
    message = _(
        "この証明書は、すでに手渡したか、無効になったか、廃棄されています。今日の一覧で、今の状態を確かめてください。"
    )


def held(certificate: Certificate, verb: str) -> Certificate:
    """The people first, then the paper: in the order in which an issue takes them.

    Raises: CertificateEnded.
    """
    hold_people(certificate.entries.values_list("person", flat=True))
    found = lock(Certificate.objects.filter(pk=certificate.pk)).get()
    try:
        found.step = CERTIFICATE.after(found.step, verb)
    except WrongStep:
        raise CertificateEnded from None
    return found


def end(found: Certificate, *, reason: str, note: str, on: date) -> None:
    """The paper stands no more, and whoever asks by its code is told so.

    Ledger: documents.document.withdrawn
    Raises: StandsNoMore; ReasonIsMissing.
    """
    withdraw_document(actor=acting().actor, document=document_of(found), reason=reason, note=note, on=on)
    mark_ended(found, reason=reason, note=note, on=on)


def mark_ended(found: Certificate, *, reason: str, note: str, on: date) -> None:
    """With the money that is given back, its receipt ends too."""
    if found.fee_returned:
        end_receipt(found, on)
    found.ended_on, found.reason, found.note = on, reason, note.strip()
    found.save(update_fields=["step", "ended_on", "reason", "note", "fee_returned"])
