"""Use a certificate for the signatures from now on."""

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.clock.reading import now
from jichi.kernel.ledger.lock import lock

from ..events import CertificateAdopted
from ..keys import KeyPair
from ..models import Certificate
from ..permissions import May
from ..streams import KEYS


@action(needs=May.KEEP_KEY)
def adopt_certificate(*, actor: Actor, pair: KeyPair) -> Certificate:
    """Sign with this certificate from now on; what was signed before keeps its own and stays valid.

    Ledger: documents.certificate.adopted
    """
    before = lock(Certificate.objects.filter(is_in_use=True)).first()
    if before is not None:
        before.is_in_use = False
        before.save(update_fields=["is_in_use"])
    adopted = Certificate.objects.update_or_create(
        fingerprint=pair.fingerprint,
        defaults={"pem": pair.certificate_pem, "is_in_use": True},
        create_defaults={"pem": pair.certificate_pem, "is_in_use": True, "adopted_at": now()},
    )[0]
    record(told(pair, before), stream=KEYS)
    return adopted


def told(pair: KeyPair, before: Certificate | None) -> CertificateAdopted:
    certificate = pair.certificate
    return CertificateAdopted(
        fingerprint=pair.fingerprint,
        subject=certificate.subject.rfc4514_string(),
        valid_from=certificate.not_valid_before_utc.isoformat(),
        valid_until=certificate.not_valid_after_utc.isoformat(),
        before=before.fingerprint if before else "",
    )
