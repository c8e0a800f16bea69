"""One form field for each item of a record."""

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jichi.kernel.places.models import Town
from jichi.kernel.web.forms import DayInput
from jichi.kernel.web.words import is_english

from ...rules.countries import country_code, country_name
from ...rules.take_over import ELIGIBLE
from ...rules.words import SPACE, Sex

KANJI = "〇一二三四五六七八九"
SEXES = ((Sex.UNTOLD, _("記載なし")), (Sex.MALE, _("男")), (Sex.FEMALE, _("女")))
NO_STAY = (("", _("なし（日本国籍）")),)
OTHER_STAYS = (("短期滞在", _("短期滞在")), ("在留資格なし", _("在留資格なし")))
STAYS = (*NO_STAY, *((each, each) for each in ELIGIBLE), *OTHER_STAYS)


class NameField(forms.CharField):
    """A name as it is written. Only the blank between surname and given name becomes the register's own."""

    def clean(self, value: Any) -> str:
        return SPACE.join(super().clean(value).split())


class CountryField(forms.CharField):
    """A country by its name in Japanese or English, or by its three letters."""

    def clean(self, value: Any) -> str:
        typed = super().clean(value)
        code = country_code(typed) if typed else ""
        if code is None:
            raise forms.ValidationError(_("この名前の国・地域がありません。候補から選んでください。"))
        return code

    def prepare_value(self, value: Any) -> Any:
        """A code that the register keeps is shown by its name."""
        language = "en" if is_english() else "ja"
        return country_name(value, language) if isinstance(value, str) else value


class TownField(forms.CharField):
    """A town by its name; 1丁目 is read as 一丁目. Of the same name in two wards, the ward's name is put before it."""

    def __init__(self, *, towns: Iterable[Town], **named: Any) -> None:
        super().__init__(**named)
        self.towns = list(towns)

    def clean(self, value: Any) -> Town | None:
        typed = kanji_numbers("".join(super().clean(value).split()))
        if not typed:
            return None
        found = [town for town in self.towns if typed in (spoken(town), f"{town.ward.name}{spoken(town)}")]
        if len(found) != 1:
            several = _("同じ名前の町がいくつかの区にあります。区の名前から入力してください。")
            raise forms.ValidationError(
                several if found else _("この名前の町は、担当する区にありません。候補から選んでください。")
            )
        return found[0]


def spoken(town: Town) -> str:
    return f"{town.name}{town.hamlet}"


def kanji_numbers(text: str) -> str:
    """2丁目 → 二丁目, as the list of towns writes them."""
    return re.sub(r"([0-9０-９]{1,2})(?=丁目)", lambda found: in_kanji(int(found[1])), text)


def in_kanji(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if not tens else "十" if tens == 1 else KANJI[tens] + "十") + (KANJI[ones] if ones else "")


def text(label: Any, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, required=False, **{"max_length": 200, **more})


def name(label: Any, **more: Any) -> NameField:
    return NameField(label=label, required=False, max_length=200, **more)


def day(label: Any, **more: Any) -> forms.DateField:
    return forms.DateField(label=label, required=False, widget=DayInput, **more)


def listed(label: Any, list_id: str, **more: Any) -> forms.CharField:
    """Text with suggestions (a datalist of the page)."""
    field = text(label, **more)
    field.widget.attrs["list"] = list_id
    return field


def item_field(item: str) -> forms.Field:
    """The field of one item, never required: the verb says what is missing."""
    return MAKERS[item]()


MAKERS: dict[str, Any] = {
    "name": lambda: name(_("氏名")),
    "kana": lambda: name(_("氏名のふりがな")),
    "former_name": lambda: name(_("旧氏")),
    "common_name": lambda: name(_("通称")),
    "birth": lambda: day(_("生年月日")),
    "birth_as_told": lambda: text(_("生年月日（日付にならないとき）"), max_length=40),
    "sex": lambda: forms.ChoiceField(label=_("性別"), choices=SEXES, required=False),
    "relationship": lambda: listed(_("世帯主との続柄"), "relationships", max_length=40),
    "domicile": lambda: text(_("本籍")),
    "domicile_first": lambda: name(_("筆頭者")),
    "nationality": lambda: CountryField(
        label=_("国籍・地域"),
        required=False,
        widget=forms.TextInput({"list": "nationalities"}),
    ),
    "stay_kind": lambda: forms.ChoiceField(label=_("在留の区分"), choices=STAYS, required=False),
    "stay_status": lambda: text(_("在留資格"), max_length=60),
    "stay_period": lambda: text(_("在留期間"), max_length=40),
    "stay_until": lambda: day(_("在留期間の満了日")),
    "card_number": lambda: text(_("在留カードなどの番号"), max_length=20),
    "counted_from": lambda: day(_("国内に住み始めた日（年数を数え始める日）")),
    "counted_evidence": lambda: text(_("年数の根拠")),
    "lot": lambda: text(_("番地・住居番号"), max_length=60),
    "building": lambda: text(_("方書（建物・部屋）"), max_length=120),
    "came_from": lambda: text(_("前の住所")),
    "going_to": lambda: text(_("転出先（予定）")),
    "gone_to": lambda: text(_("転出先")),
    "leaving_on": lambda: day(_("転出予定日")),
    "address_since": lambda: day(_("住所を定めた日")),
    "resident_since": lambda: day(_("住民となった日")),
}
# What a movement may have written that no form changes: it is kept as it is when the movement is corrected.
FIXED = ("register", "standing", "household", "resident_code", "town")
