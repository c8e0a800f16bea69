"""What a certificate costs on a day, by the city's law."""

from datetime import date

from jichi.kernel.law.book import NotInForce, NotKnown
from jichi.kernel.law.entry import Confidence
from jichi.kernel.law.shelf import law

from ..rules.certificates.fees import EXEMPTIONS, Fee, NoFee, NotExempt, exempts
from ..rules.certificates.kinds import CertificateKind


def fee_on(kind: CertificateKind, on: date, *, exemption: str = "") -> Fee:
    """Raises: NotExempt; NoFee where the law of the day says nothing."""
    if exemption and not exempts(exemption, kind, known=exemptions_on(on)):
        raise NotExempt
    try:
        row = law.at(on, kind.fee)
    except (NotInForce, NotKnown):
        raise NoFee from None
    amount = 0 if exemption else row.value
    return Fee(amount=amount, source=row.source, is_unconfirmed=row.confidence is Confidence.UNCONFIRMED)


def exemptions_on(on: date) -> tuple[str, ...]:
    """The reasons for which a fee is waived; none as long as nobody knows the provision."""
    try:
        return law.at(on, EXEMPTIONS).value
    except (NotInForce, NotKnown):
        return ()
