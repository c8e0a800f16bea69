"""The kinds of movement (異動): by notification, or by the mayor's own office (職権). Pure.

Source: 住民基本台帳法 第8条 (ex officio), 第22条 to 第25条 (notifications), 第30条の46 to 第30条の48 (foreign residents);
the list of kinds follows what a ward office enters (issue of the registers), the words are the register's own.
"""

from dataclasses import dataclass
from enum import StrEnum

from jichi.kernel.values.fault import gettext_noop


class By(StrEnum):
    NOTIFICATION = "notification"
    OFFICE = "office"


class Effect(StrEnum):
    """What a movement does to the records of the people whom it concerns."""

    BEGINS = "begins"
    CHANGES = "changes"
    REMOVES = "removes"


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind. `basis` is the provision by which it is entered; empty where practice alone knows it."""

    code: str
    name: str
    name_en: str
    by: By
    effect: Effect = Effect.CHANGES
    basis: str = ""


def notified(code: str, name: str, name_en: str, effect: Effect = Effect.CHANGES, *, basis: str) -> Kind:
    return Kind(code=code, name=name, name_en=name_en, by=By.NOTIFICATION, effect=effect, basis=basis)


def ex_officio(code: str, name: str, name_en: str, effect: Effect = Effect.CHANGES) -> Kind:
    return Kind(code=code, name=name, name_en=name_en, by=By.OFFICE, effect=effect, basis=EX_OFFICIO)


EX_OFFICIO = "住民基本台帳法第8条"
BEGINS, REMOVES = Effect.BEGINS, Effect.REMOVES

KINDS = (
    notified("moved_in", gettext_noop("転入"), "Moving in", BEGINS, basis="住民基本台帳法第22条"),
    notified("came_from_abroad", gettext_noop("国外からの転入"), "Moving in from abroad", BEGINS, basis="住民基本台帳法第22条"),
    notified("moved_in_with_card", gettext_noop("転入（特例）"), "Moving in (special)", BEGINS, basis="住民基本台帳法第24条の2"),
    notified("moved", gettext_noop("転居"), "Moving within the city", basis="住民基本台帳法第23条"),
    notified("moving_out", gettext_noop("転出"), "Moving out", basis="住民基本台帳法第24条"),
    notified("head_changed", gettext_noop("世帯主変更"), "Change of head of household", basis="住民基本台帳法第25条"),
    notified("household_split", gettext_noop("世帯分離"), "Split of a household", basis="住民基本台帳法第25条"),
    notified("households_merged", gettext_noop("世帯合併"), "Merger of households", basis="住民基本台帳法第25条"),
    notified("household_changed", gettext_noop("世帯構成変更"), "Change within a household", basis="住民基本台帳法第25条"),
    ex_officio("born", gettext_noop("出生"), "Birth", BEGINS),
    ex_officio("died", gettext_noop("死亡"), "Death", REMOVES),
    ex_officio("nationality_acquired", gettext_noop("国籍取得"), "Nationality acquired"),
    ex_officio("nationality_lost", gettext_noop("国籍喪失"), "Nationality lost"),
    ex_officio("naturalised", gettext_noop("帰化"), "Naturalisation"),
    ex_officio("family_register_made", gettext_noop("就籍"), "First family register"),
    ex_officio("declared_missing", gettext_noop("失踪宣告"), "Adjudication of disappearance", REMOVES),
    ex_officio("not_living_here", gettext_noop("不現住"), "Found not to live here", REMOVES),
    ex_officio("married", gettext_noop("婚姻"), "Marriage"),
    ex_officio("divorced", gettext_noop("離婚"), "Divorce"),
    ex_officio("adopted", gettext_noop("養子縁組"), "Adoption"),
    ex_officio("adoption_ended", gettext_noop("養子離縁"), "Dissolution of adoption"),
    ex_officio("domicile_changed", gettext_noop("本籍・筆頭者の変更"), "Change of registered domicile"),
    ex_officio("stay_changed", gettext_noop("在留資格などの変更"), "Change of status of residence"),
    ex_officio("addresses_renumbered", gettext_noop("住居表示の実施"), "Addresses renumbered"),
    ex_officio("move_out_confirmed", gettext_noop("転出確定"), "Move out carried out", REMOVES),
    ex_officio("restored", gettext_noop("回復"), "Restored"),
    ex_officio("rewritten", gettext_noop("改製"), "Record written anew"),
    ex_officio("amended", gettext_noop("修正"), "Amended"),
    ex_officio("error_corrected", gettext_noop("誤記訂正"), "Error corrected"),
    ex_officio("voided", gettext_noop("異動の取消し"), "Movement voided"),
    ex_officio("alien_registered", gettext_noop("外国人登録"), "Alien registration", BEGINS),
    ex_officio("taken_over", gettext_noop("外国人住民の移行"), "Taken over from the alien register"),
    ex_officio("loaded", gettext_noop("初期の取り込み"), "Loaded at the beginning", BEGINS),
)  # fmt: skip

BY_CODE = {kind.code: kind for kind in KINDS}


def kind_of(code: str) -> Kind:
    """Raises: LookupError for a code that is no kind."""
    return BY_CODE[code]
