"""Make a certificate void."""

from datetime import date

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action

from ..models import Certificate
from ..permissions import May
from .certificates.kept_papers import end, held
from .keeping import kept


@action(needs=May.VOID_CERTIFICATE, within="certificate")
def void_certificate(
    *,
    actor: Actor,
    certificate: Certificate,
    reason: str,
    on: date,
    note: str = "",
    returns_fee: bool = False,
) -> Certificate:
    """Make a certificate void, whether it was handed out or not: its number stays, its code says that it is void.

    Ledger: residents.register.kept; documents.document.withdrawn
    Raises: CertificateEnded; StandsNoMore; ReasonIsMissing.
    """
    found = held(certificate, "void_certificate")
    found.fee_returned = returns_fee and found.fee > 0
    end(found, reason=reason, note=note, on=on)
    about = {"document": found.document_number, "reason": reason, "fee_returned": found.fee_returned}
    kept(act=found.number, ward=found.ward_id, verb="void_certificate", about=about)
    return found
