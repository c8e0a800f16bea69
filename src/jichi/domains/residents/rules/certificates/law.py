"""All legal values that certificates are issued by. Pure."""

from jichi.kernel.law.book import LegalValue

from .fees import EXEMPTIONS
from .individual_numbers import INDIVIDUAL_NUMBERS
from .kinds import CERTIFICATES
from .proofs import WITH_PHOTO, WITHOUT_PHOTO

LAW: tuple[LegalValue, ...] = (
    *{kind.fee.key: kind.fee for kind in CERTIFICATES}.values(),
    EXEMPTIONS,
    INDIVIDUAL_NUMBERS,
    WITH_PHOTO,
    WITHOUT_PHOTO,
)
