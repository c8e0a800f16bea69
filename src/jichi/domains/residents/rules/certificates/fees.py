"""What a certificate costs, and for whom it is free. Pure: the values come from the law book. Units: yen."""

from dataclasses import dataclass

from jichi.kernel.law.book import LegalValue
from jichi.kernel.values.fault import Fault, gettext_noop

from .kinds import CertificateKind, Source

EXEMPTIONS = LegalValue("residents.fee_exemptions", tuple)
PUBLIC_USE, PENSION = "public_use", "pension"
# The statutes that let a certificate be free speak of family registers only.
OF_FAMILY_REGISTERS = frozenset({PENSION})


class NotExempt(Fault):
    code = "residents.not_exempt"
    sentence = gettext_noop(
        "この証明書は、選んだ理由では手数料を免除できません。理由を選び直すか、免除なしで進めてください。"
    )


class NoFee(Fault):
    code = "residents.no_fee"
    sentence = gettext_noop(
        "この証明書の手数料が、この日の法規のデータにありません。手数料条例を確かめ、法規のデータに入れてもらってください。"
    )


@dataclass(frozen=True, kw_only=True)
class Fee:
    """The amount, the provision and how well it is known."""

    amount: int
    source: str
    is_unconfirmed: bool


def exempts(exemption: str, kind: CertificateKind, *, known: tuple[str, ...]) -> bool:
    """Whether this reason makes this kind free; `known` are the reasons of the day's law."""
    fits = exemption not in OF_FAMILY_REGISTERS or kind.source is Source.FAMILY
    return exemption in known and fits
