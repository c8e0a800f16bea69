"""The closed lists of a protection case: against what, how it was proved, who is covered, who is told. Pure.

Source: 住民基本台帳事務処理要領 第5-10 (protection of victims); the words are those of the application form.
"""

from enum import StrEnum

from jichi.kernel.values.fault import gettext_noop


class Harm(StrEnum):
    """What the victim is protected from."""

    DOMESTIC_VIOLENCE = "domestic_violence"
    STALKING = "stalking"
    CHILD_ABUSE = "child_abuse"
    OTHER = "other"


class Opinion(StrEnum):
    """By whom the need was confirmed: an opinion on the form, an order of a court, or nobody yet."""

    POLICE = "police"
    CONSULTATION_CENTRE = "consultation_centre"
    CHILD_GUIDANCE_CENTRE = "child_guidance_centre"
    COURT_ORDER = "court_order"
    NOT_YET = "not_yet"


class Covered(StrEnum):
    """As what a person is covered: the one who applied, somebody who asked with them, or who lives with them."""

    APPLICANT = "applicant"
    JOINT = "joint"
    HOUSEHOLD = "household"


class CityBecause(StrEnum):
    """Why another municipality has to keep the protection too."""

    DOMICILE = "domicile"
    FORMER_ADDRESS = "former_address"
    FORMER_DOMICILE = "former_domicile"
    MOVED_THERE = "moved_there"


HARMS: dict[StrEnum, str] = {
    Harm.DOMESTIC_VIOLENCE: gettext_noop("配偶者などからの暴力（DV）"),
    Harm.STALKING: gettext_noop("ストーカー行為など"),
    Harm.CHILD_ABUSE: gettext_noop("児童虐待"),
    Harm.OTHER: gettext_noop("これらに準じる行為"),
}
OPINIONS: dict[StrEnum, str] = {
    Opinion.POLICE: gettext_noop("警察"),
    Opinion.CONSULTATION_CENTRE: gettext_noop("配偶者暴力相談支援センター"),
    Opinion.CHILD_GUIDANCE_CENTRE: gettext_noop("児童相談所"),
    Opinion.COURT_ORDER: gettext_noop("裁判所の命令（保護命令など）"),
    Opinion.NOT_YET: gettext_noop("まだない（確認を求めている）"),
}
COVERED_AS: dict[StrEnum, str] = {
    Covered.APPLICANT: gettext_noop("申出者"),
    Covered.JOINT: gettext_noop("併せて支援を求める者"),
    Covered.HOUSEHOLD: gettext_noop("同じ世帯の人"),
}
CITIES_BECAUSE: dict[StrEnum, str] = {
    CityBecause.DOMICILE: gettext_noop("本籍がある"),
    CityBecause.FORMER_ADDRESS: gettext_noop("前の住所がある"),
    CityBecause.FORMER_DOMICILE: gettext_noop("前の本籍がある"),
    CityBecause.MOVED_THERE: gettext_noop("転出先"),
}
