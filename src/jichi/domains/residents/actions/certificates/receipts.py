"""What becomes of a receipt when money that it speaks of is given back."""

from datetime import date

from django.utils.translation import gettext as _

from jichi.kernel.actions.action import acting
from jichi.kernel.documents.actions.withdraw_document import withdraw_document
from jichi.kernel.documents.models import Reason
from jichi.kernel.ledger.lock import lock

from ...models import Certificate, Receipt
from ...queries.receipts import receipt_document, receipt_of


def end_receipt(certificate: Certificate, on: date) -> None:
    """The receipt of a fee that was returned stands no more; what else it spoke of may have a new one.

    Ledger: documents.document.withdrawn
    Raises: StandsNoMore.
    """
    found = receipt_of(certificate)
    if found is None:
        return
    held = lock(Receipt.objects.filter(pk=found.pk)).get()
    withdraw_document(
        actor=acting().actor,
        document=receipt_document(held),
        reason=Reason.ANNULLED,
        note=_("手数料を返したため"),
        on=on,
    )
    held.ended_on, held.refunded = on, certificate.fee
    held.save(update_fields=["ended_on", "refunded"])
    held.lines.update(stands=False)
