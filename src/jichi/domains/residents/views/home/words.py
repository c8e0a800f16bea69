"""A resident's record and its history in plain words."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jichi.kernel.places.models import Town
from jichi.kernel.web.words import day_text

from ...models import Entry
from ...queries.home.own import Member
from ...rules.facts import Facts
from ...rules.words import Sex, Standing
from ..country_words import country_text

SEXES = {Sex.MALE: gettext_lazy("男"), Sex.FEMALE: gettext_lazy("女"), Sex.UNTOLD: ""}
# What the history says of each kind of movement; of others the register's own word.
HAPPENED = {
    "moved_in": gettext_lazy("この市に引っ越してきました"),
    "came_from_abroad": gettext_lazy("国外からこの市に引っ越してきました"),
    "moved_in_with_card": gettext_lazy("この市に引っ越してきました（カードによる手続き）"),
    "moved": gettext_lazy("市内で引っ越しました"),
    "moving_out": gettext_lazy("市の外へ引っ越す届けを出しました"),
    "move_out_confirmed": gettext_lazy("市の外へ引っ越しました"),
    "head_changed": gettext_lazy("世帯主が変わりました"),
    "household_split": gettext_lazy("世帯が分かれました"),
    "households_merged": gettext_lazy("世帯が一つになりました"),
    "household_changed": gettext_lazy("世帯の中が変わりました"),
    "born": gettext_lazy("生まれて、住民票ができました"),
    "married": gettext_lazy("結婚により記録が変わりました"),
    "divorced": gettext_lazy("離婚により記録が変わりました"),
    "domicile_changed": gettext_lazy("本籍や筆頭者が変わりました"),
    "stay_changed": gettext_lazy("在留資格や期間が変わりました"),
    "addresses_renumbered": gettext_lazy("住所の番号の付け方が変わりました"),
    "error_corrected": gettext_lazy("記録のまちがいを直しました"),
    "amended": gettext_lazy("記録を直しました"),
    "rewritten": gettext_lazy("記録を新しく書き直しました"),
    "taken_over": gettext_lazy("外国人登録から住民票に移しました"),
    "loaded": gettext_lazy("記録を取り込みました"),
}
ITEMS = {
    "name": gettext_lazy("氏名"),
    "former_name": gettext_lazy("旧氏"),
    "common_name": gettext_lazy("通称"),
    "relationship": gettext_lazy("続柄"),
    "town": gettext_lazy("住所"),
    "lot": gettext_lazy("住所"),
    "building": gettext_lazy("住所"),
    "domicile": gettext_lazy("本籍"),
    "domicile_first": gettext_lazy("筆頭者"),
    "nationality": gettext_lazy("国籍・地域"),
    "stay_status": gettext_lazy("在留資格"),
    "stay_period": gettext_lazy("在留期間"),
    "stay_until": gettext_lazy("在留期間の満了の日"),
    "standing": gettext_lazy("住民票の状態"),
}


def address_of(facts: Facts, town: Town | None) -> str:
    """Ward, town, number and building, as the register writes them."""
    if town is None:
        return ""
    place = f"{town.ward.name}{town.name}{town.hamlet}{facts.lot}"
    return f"{place} {facts.building}".strip()


def facts_of(entry: Entry) -> list[dict[str, Any]]:
    """The items of the record as a resident reads them."""
    facts = entry.facts
    said = {
        _("氏名"): facts.name,
        _("ふりがな"): facts.kana,
        _("旧氏"): facts.former_name,
        _("通称"): facts.common_name,
        _("生年月日"): day_text(facts.birth) if facts.birth else facts.birth_as_told,
        _("性別"): str(SEXES[facts.sex]),
        _("住所"): address_of(facts, entry.town),
        _("この住所になった日"): day_text(facts.address_since) if facts.address_since else "",
        _("この市の住民になった日"): day_text(facts.resident_since) if facts.resident_since else "",
        _("世帯主との続柄"): facts.relationship,
        **(stay_of(facts) if facts.is_foreign else family_of(facts)),
    }
    return [{"label": label, "value": value} for label, value in said.items()]


def family_of(facts: Facts) -> dict[str, str]:
    return {_("本籍"): facts.domicile, _("筆頭者"): facts.domicile_first}


def stay_of(facts: Facts) -> dict[str, str]:
    until = day_text(facts.stay_until) if facts.stay_until else ""
    return {
        _("国籍・地域"): country_text(facts.nationality),
        _("在留資格"): facts.stay_status,
        _("在留期間"): facts.stay_period,
        _("在留期間の満了の日"): until,
    }


def standing_word(facts: Facts) -> str:
    """Where the record stands, in a word."""
    words = {
        Standing.REGISTERED: _("住民票があります"),
        Standing.LEAVING: _("転出の予定です"),
        Standing.REMOVED: _("住民票は消除されています"),
    }
    return words[facts.standing]


def history_of(entries: list[Entry]) -> list[dict[str, Any]]:
    """One line for each thing that happened, with what it changed."""
    return [
        {
            "at": entry.since,
            "what": str(HAPPENED.get(entry.movement.kind) or _(entry.movement.what.name)),
            "who": changed(entry),
            "basis": entry.movement.what.basis,
        }
        for entry in entries
    ]


def changed(entry: Entry) -> str:
    if len(entry.written.split()) > len(ITEMS):
        return ""
    names = dict.fromkeys(str(ITEMS[item]) for item in entry.written.split() if item in ITEMS)
    return _("変わったこと：%(items)s") % {"items": _("、").join(names)} if names else ""


def household_lines(members: list[Member]) -> list[dict[str, str]]:
    return [
        {
            "name": member.name,
            "relationship": member.relationship,
            "birth": day_text(member.birth) if member.birth else "",
            "me": _("あなた") if member.is_me else "",
        }
        for member in members
    ]
