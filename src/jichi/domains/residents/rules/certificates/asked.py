"""What is asked for: which certificate, of whom, with what on it, by whom and on what proof. Pure."""

from dataclasses import dataclass, field
from enum import StrEnum

from jichi.kernel.values.fault import gettext_noop

from .kinds import Option


class Asking(StrEnum):
    """Who asks, in relation to the person whom the certificate is of."""

    SELF = "self"
    HOUSEHOLD = "household"
    SPOUSE = "spouse"
    DIRECT_LINE = "direct_line"
    PROXY = "proxy"
    GUARDIAN = "guardian"
    PROFESSION = "profession"
    OFFICE = "office"
    THIRD_PARTY = "third_party"


ASKING = {
    Asking.SELF: gettext_noop("本人"),
    Asking.HOUSEHOLD: gettext_noop("同じ世帯の人"),
    Asking.SPOUSE: gettext_noop("配偶者"),
    Asking.DIRECT_LINE: gettext_noop("直系の親族（父母・祖父母・子・孫など）"),
    Asking.PROXY: gettext_noop("代理人（委任状による）"),
    Asking.GUARDIAN: gettext_noop("法定代理人（親権者・成年後見人など）"),
    Asking.PROFESSION: gettext_noop("職務上請求（弁護士など）"),
    Asking.OFFICE: gettext_noop("国・地方公共団体の機関（公用請求）"),
    Asking.THIRD_PARTY: gettext_noop("第三者（正当な理由による）"),
}


class Profession(StrEnum):
    """Who may ask by virtue of office.

    Law: 住民基本台帳法 第12条の3第3項; 戸籍法 第10条の2第3項.
    """

    LAWYER = "lawyer"
    JUDICIAL_SCRIVENER = "judicial_scrivener"
    LAND_SURVEYOR = "land_surveyor"
    TAX_ACCOUNTANT = "tax_accountant"
    LABOUR_CONSULTANT = "labour_consultant"
    PATENT_ATTORNEY = "patent_attorney"
    MARITIME_AGENT = "maritime_agent"
    ADMINISTRATIVE_SCRIVENER = "administrative_scrivener"


PROFESSIONS = {
    Profession.LAWYER: gettext_noop("弁護士"),
    Profession.JUDICIAL_SCRIVENER: gettext_noop("司法書士"),
    Profession.LAND_SURVEYOR: gettext_noop("土地家屋調査士"),
    Profession.TAX_ACCOUNTANT: gettext_noop("税理士"),
    Profession.LABOUR_CONSULTANT: gettext_noop("社会保険労務士"),
    Profession.PATENT_ATTORNEY: gettext_noop("弁理士"),
    Profession.MARITIME_AGENT: gettext_noop("海事代理士"),
    Profession.ADMINISTRATIVE_SCRIVENER: gettext_noop("行政書士"),
}


class Paper(StrEnum):
    """What the clerk was shown beside the proof of who asks."""

    POWER_OF_ATTORNEY = "power_of_attorney"
    GUARDIANSHIP = "guardianship"
    KINSHIP = "kinship"
    REQUEST_FORM = "request_form"
    OFFICIAL_LETTER = "official_letter"
    REASON = "reason"
    SEAL_CARD = "seal_card"


PAPERS = {
    Paper.POWER_OF_ATTORNEY: gettext_noop("委任状"),
    Paper.GUARDIANSHIP: gettext_noop("法定代理人であることが分かる書類（戸籍、登記事項証明書など）"),
    Paper.KINSHIP: gettext_noop("親族であることが分かる書類（この市の戸籍で分かるときは不要）"),
    Paper.REQUEST_FORM: gettext_noop("職務上請求書"),
    Paper.OFFICIAL_LETTER: gettext_noop("公文書による請求書"),
    Paper.REASON: gettext_noop("正当な理由を明らかにする資料（契約書など）"),
    Paper.SEAL_CARD: gettext_noop("印鑑登録証（カード）"),
}


@dataclass(frozen=True, kw_only=True)
class Requester:
    """Who stands at the counter. `name` and `address` are theirs; `purpose` says what the certificate is for."""

    asking: Asking = Asking.SELF
    name: str = ""
    address: str = ""
    purpose: str = ""
    profession: Profession | None = None
    papers: frozenset[Paper] = field(default_factory=frozenset)


@dataclass(frozen=True, kw_only=True)
class Options:
    """What is to stand on the paper. `members` are keys of the people chosen of a household, none for all of it."""

    items: frozenset[Option] = field(default_factory=frozenset)
    whole: bool = True
    members: tuple[int, ...] = ()

    def has(self, option: Option) -> bool:
        return option in self.items


@dataclass(frozen=True, kw_only=True)
class Proofs:
    """The papers by which the clerk knows who asks, by their codes. See `rules.certificates.proofs`."""

    shown: tuple[str, ...] = ()
