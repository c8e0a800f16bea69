"""The kinds of certificate, from which register each is taken, and what may be asked to stand on it. Pure.

Source: 住民基本台帳法 第12条 (copy and items of the record), 第20条 (address history); 戸籍法 第10条, 第12条の2, 第48条.
A provision is named only where it was read; practice alone leaves `basis` empty.
"""

from dataclasses import dataclass
from enum import StrEnum

from jichi.kernel.law.book import LegalValue
from jichi.kernel.values.fault import gettext_noop

from ..channels import Channel


class Source(StrEnum):
    """Which register a certificate is taken from; who may ask follows from it."""

    RESIDENT = "resident"
    HISTORY = "history"
    FAMILY = "family"
    ACCEPTANCE = "acceptance"
    SEAL = "seal"
    OWN = "own"


class Option(StrEnum):
    """What stands on a paper only when it is asked for.

    Law: 住民基本台帳法 第12条第5項 (left out unless asked for).
    """

    DOMICILE = "domicile"
    RELATIONSHIP = "relationship"
    RESIDENT_CODE = "resident_code"
    INDIVIDUAL_NUMBER = "individual_number"
    STAY = "stay"


OPTIONS = {
    Option.DOMICILE: gettext_noop("本籍・筆頭者"),
    Option.RELATIONSHIP: gettext_noop("世帯主・続柄"),
    Option.RESIDENT_CODE: gettext_noop("住民票コード"),
    Option.INDIVIDUAL_NUMBER: gettext_noop("個人番号"),
    Option.STAY: gettext_noop("国籍・在留資格など"),
}
RECORD_OPTIONS = (
    Option.DOMICILE, Option.RELATIONSHIP, Option.STAY, Option.RESIDENT_CODE, Option.INDIVIDUAL_NUMBER,
)  # fmt: skip
MACHINES = (Channel.COUNTER, Channel.CORNER, Channel.HOME, Channel.KIOSK, Channel.STORE)
STAFF = (Channel.COUNTER, Channel.CORNER, Channel.HOME)
ONLY_COUNTER = (Channel.COUNTER,)


@dataclass(frozen=True, kw_only=True)
class CertificateKind:
    """One kind. `fee` is the legal value that it costs."""

    code: str
    name: str
    name_en: str
    source: Source
    fee: LegalValue[int]
    options: tuple[Option, ...] = ()
    channels: tuple[Channel, ...] = STAFF
    for_household: bool = False
    for_removed: bool = False
    basis: str = ""

    @property
    def is_of_the_record(self) -> bool:
        """Whether there is none without a resident record in the right state."""
        return self.source in (Source.RESIDENT, Source.SEAL)


def fee(name: str) -> LegalValue[int]:
    return LegalValue(f"counters.{name}", int, unit="yen")


CERTIFICATES = (
    CertificateKind(
        code="resident_record", name=gettext_noop("住民票の写し"), name_en="Copy of the resident record",
        source=Source.RESIDENT, fee=fee("fee_resident_record"), options=RECORD_OPTIONS, channels=MACHINES,
        for_household=True, basis="住民基本台帳法第12条",
    ),
    CertificateKind(
        code="removed_record", name=gettext_noop("住民票の除票の写し"), name_en="Copy of a removed resident record",
        source=Source.RESIDENT, fee=fee("fee_resident_record"), options=RECORD_OPTIONS, for_removed=True,
    ),
    CertificateKind(
        code="record_items", name=gettext_noop("住民票記載事項証明書"), name_en="Certificate of items of the resident record",
        source=Source.RESIDENT, fee=fee("fee_resident_record_item"), options=RECORD_OPTIONS, for_household=True,
        basis="住民基本台帳法第12条",
    ),
    CertificateKind(
        code="address_history", name=gettext_noop("戸籍の附票の写し"), name_en="Address history of the family register",
        source=Source.HISTORY, fee=fee("fee_address_history"), basis="住民基本台帳法第20条",
    ),
    CertificateKind(
        code="family_full", name=gettext_noop("戸籍全部事項証明書"), name_en="Full certificate of the family register",
        source=Source.FAMILY, fee=fee("fee_family_register"), basis="戸籍法第10条",
    ),
    CertificateKind(
        code="family_individual", name=gettext_noop("戸籍個人事項証明書"),
        name_en="Individual certificate of the family register",
        source=Source.FAMILY, fee=fee("fee_family_register"), basis="戸籍法第10条",
    ),
    CertificateKind(
        code="removed_family_full", name=gettext_noop("除籍全部事項証明書"),
        name_en="Full certificate of a removed family register",
        source=Source.FAMILY, fee=fee("fee_removed_register"), for_removed=True, basis="戸籍法第12条の2",
    ),
    CertificateKind(
        code="removed_family_individual", name=gettext_noop("除籍個人事項証明書"),
        name_en="Individual certificate of a removed family register",
        source=Source.FAMILY, fee=fee("fee_removed_register"), for_removed=True, basis="戸籍法第12条の2",
    ),
    CertificateKind(
        code="family_entry_items", name=gettext_noop("戸籍一部事項証明書"),
        name_en="Certificate of an item of the family register",
        source=Source.FAMILY, fee=fee("fee_family_register_item"), basis="戸籍法第10条",
    ),
    CertificateKind(
        code="acceptance", name=gettext_noop("受理証明書"), name_en="Certificate of acceptance",
        source=Source.ACCEPTANCE, fee=fee("fee_acceptance"), basis="戸籍法第48条第1項",
    ),
    CertificateKind(
        code="acceptance_fine", name=gettext_noop("受理証明書（上質紙）"),
        name_en="Certificate of acceptance on fine paper",
        source=Source.ACCEPTANCE, fee=fee("fee_acceptance_fine"), channels=ONLY_COUNTER, basis="戸籍法第48条第1項",
    ),
    CertificateKind(
        code="seal", name=gettext_noop("印鑑登録証明書"), name_en="Seal registration certificate",
        source=Source.SEAL, fee=fee("fee_seal_certificate"), channels=MACHINES,
    ),
    CertificateKind(
        code="identity", name=gettext_noop("身分証明書"), name_en="Certificate of civil status",
        source=Source.OWN, fee=fee("fee_identity_certificate"),
    ),
    CertificateKind(
        code="moving_out", name=gettext_noop("転出証明書"), name_en="Moving-out certificate",
        source=Source.RESIDENT, fee=fee("fee_moving_out_certificate"), channels=ONLY_COUNTER, for_household=True,
        basis="住民基本台帳法第22条第2項",
    ),
    CertificateKind(
        code="light_vehicle_address", name=gettext_noop("軽自動車用の住所証明書"),
        name_en="Address certificate for a light vehicle",
        source=Source.RESIDENT, fee=fee("fee_light_vehicle_address"),
    ),
)  # fmt: skip

BY_CODE = {kind.code: kind for kind in CERTIFICATES}


def certificate_kind(code: str) -> CertificateKind:
    """Raises: LookupError for a code that is no kind."""
    return BY_CODE[code]
