"""What a clerk fills in to find a family register."""

from typing import Any

from django import forms
from django.conf import settings
from django.db.models.functions import Concat
from django.utils.translation import gettext_lazy as _

from jichi.kernel.places.models import Town

from ..looking import ReasonForm, line


class TownField(forms.CharField):
    """A town of the city by its name, as it is written on papers: 川崎区宮本町, or 宮本町 where only one ward has it."""

    def clean(self, value: Any) -> Town | None:
        text = super().clean(value).strip()
        if not text:
            return None
        found = list(towns_named(text)[:2])
        if len(found) == 1:
            return found[0]
        raise forms.ValidationError(
            _("この町丁目は、複数の区にあります。「川崎区」のように区の名前から書いてください。")
            if found
            else _("この町丁目は、市内に見つかりません。「川崎区宮本町」のように書いてください。")
        )


def towns_named(text: str) -> Any:
    """Towns whose ward and name make this text, with or without the ward."""
    plain = text.removeprefix(settings.CITY["name"]).replace(" ", "").replace("　", "")
    rows = (
        Town.objects.select_related("ward")
        .annotate(written=Concat("name", "hamlet"))
        .order_by("ward", "name")
    )
    if ward_end := plain.find("区") + 1:
        in_ward = rows.filter(ward__name=plain[:ward_end], written=plain[ward_end:])
        if in_ward.exists():
            return in_ward
    return rows.filter(written=plain)


def town_text(town: Town) -> str:
    """As it is written on papers, for the page that asks "is this right?"."""
    return f"{town.ward.name}{town.name}{town.hamlet}"


def town_field(label: Any, help_text: Any = "", *, required: bool = False) -> TownField:
    widget = forms.TextInput({"autocomplete": "off"})
    return TownField(label=label, help_text=help_text, required=required, max_length=60, widget=widget)


class FindForm(ReasonForm):
    """By domicile and first person, as a register is named (戸籍法第9条), or by somebody in it."""

    town = town_field(_("本籍の町丁目"), _("例：川崎区宮本町"))
    lot = line(_("本籍の番地"), _("はじめの部分だけでも探せます。"), most=60)
    first = line(_("筆頭者の氏名"), _("はじめの部分だけでも探せます。異体字は区別しません。"))
    name = line(_("戸籍にいる人の氏名"), _("除籍された人も探せます。"))

    field_order = ("town", "lot", "first", "name", "reason", "detail")

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        if not any(given.get(name) for name in ("town", "lot", "first", "name")) and not self.errors:
            self.add_error(None, _("本籍、筆頭者、氏名のどれかを書いてください。"))
        return given
