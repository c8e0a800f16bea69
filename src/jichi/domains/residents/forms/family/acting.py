"""Short forms of the family desk: deciding, barring, correcting, noting an address."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jichi.kernel.web.forms import DayInput, KitForm

from ...models import FamilyEntry
from ...rules.family.kinds import BARRABLE
from ...rules.family.plan import Item
from ...rules.family.words import LABELS
from .receiving import WardField, day, line


class NoQuestions(KitForm):
    """An act that asks nothing."""


class ReasonOfActForm(KitForm):
    reason = forms.CharField(label=_("理由"), widget=forms.Textarea, max_length=300)


class AnnulForm(KitForm):
    court = line(_("裁判所"), required=True, most=100)
    court_on = day(_("裁判が確定した日・許可の日"), required=True)
    why = line(_("消除の理由"), _("例：婚姻無効の裁判確定"), required=True, most=300)


class BarForm(KitForm):
    kind = forms.ChoiceField(label=_("受理しないでほしい届出"), widget=forms.RadioSelect)
    proofs = line(_("本人確認の書類"), _("本人が窓口に来たことが必要です。"), required=True, most=300)

    def __init__(self, *args: Any, wards: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["kind"].choices = [(kind.code, gettext(kind.name)) for kind in BARRABLE]  # type: ignore[attr-defined]
        self.fields["ward"] = WardField(
            label=_("受け付ける区"), queryset=wards, empty_label=None, initial=wards.first()
        )


class AddressForm(KitForm):
    address = line(_("住所"), _("市外の住所を、通知のとおりに書いてください。"), required=True)
    since = day(_("住所を定めた日"), required=True)
    told_by = line(_("通知した市区町村"), required=True, most=100)


class CorrectionForm(KitForm):
    """Each line of the entry as it stands; what is changed is corrected."""

    why = line(
        _("訂正の理由"),
        _("例：錯誤。許可や裁判によるときは、その日も書いてください。"),
        required=True,
        most=300,
    )

    def __init__(self, *args: Any, entry: FamilyEntry, **named: Any) -> None:
        super().__init__(*args, **named)
        self.lines = sorted(entry.items.all(), key=lambda item: item.position)
        for item in self.lines:
            label, name = LABELS[item.code], f"line{item.position}"
            if item.day:
                self.fields[name] = forms.DateField(label=label, initial=item.day, widget=DayInput)
            else:
                self.fields[name] = line(label, required=True, most=500)
                self.fields[name].initial = item.text
        self.order_fields([*(f"line{item.position}" for item in self.lines), "why"])

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not self.changed():
            self.add_error(None, _("どの行も変わっていません。直す行を書き換えてください。"))
        return given

    def changed(self) -> list[Item]:
        found = []
        for item in self.lines:
            value = self.cleaned_data.get(f"line{item.position}")
            if value != (item.day or item.text):
                found.append(
                    Item(code=item.code, day=value)
                    if item.day
                    else Item(code=item.code, text=str(value or ""))
                )
        return found
