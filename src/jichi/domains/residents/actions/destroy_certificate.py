"""Destroy a certificate that nobody was given."""

from datetime import date

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.documents.models import Reason

from ..models import Certificate
from ..permissions import May
from .certificates.kept_papers import end, held
from .keeping import kept


@action(needs=May.ISSUE_CERTIFICATE, within="certificate")
def destroy_certificate(
    *, actor: Actor, certificate: Certificate, on: date, reason: str = Reason.UNCOLLECTED, note: str = ""
) -> Certificate:
    """Destroy a paper that was not collected, or that is not to be given out any more. What was paid is returned.

    Ledger: residents.register.kept; documents.document.withdrawn
    Raises: CertificateEnded; StandsNoMore; ReasonIsMissing.
    """
    found = held(certificate, "destroy")
    found.fee_returned = found.fee > 0
    end(found, reason=reason, note=note, on=on)
    about = {"document": found.document_number, "reason": reason}
    kept(act=found.number, ward=found.ward_id, verb="destroy_certificate", about=about)
    return found
