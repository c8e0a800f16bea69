"""The table of old and new addresses, as a clerk pastes it."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jichi.kernel.places.models import Town
from jichi.kernel.web.forms import DayInput, KitForm

from ...actions.moves.renumber_addresses import Renumbering
from ...actions.writing import Intake
from .fields import TownField

SEPARATORS = ("\t", "→", ",", "，")


class RenumberForm(KitForm):
    happened_on = forms.DateField(label=gettext_lazy("住居表示を実施する日"), widget=DayInput)
    lots = forms.CharField(
        label=gettext_lazy("古い番地と新しい住居番号"),
        widget=forms.Textarea({"rows": 8}),
        help_text=gettext_lazy(
            "一行に一つ、「123番地,5番6号」のように、古いものと新しいものをコンマかタブで区切ります。"
        ),
    )
    partly = forms.BooleanField(
        label=gettext_lazy("町の一部だけで実施する（表にない番地はそのまま）"), required=False
    )
    note = forms.CharField(label=gettext_lazy("備考（告示の番号など）"), max_length=500, required=False)
    ticket = forms.UUIDField(widget=forms.HiddenInput)
    field_order = ("happened_on", "town", "new_town", "lots", "partly", "note")

    def __init__(self, *args: Any, towns: Iterable[Town], today: date, **named: Any) -> None:
        super().__init__(*args, **named)
        known = list(towns)
        self.fields["town"] = TownField(label=_("町"), towns=known)
        self.fields["new_town"] = TownField(label=_("新しい町（同じときは同じ名前）"), towns=known)
        for name in ("town", "new_town"):
            self.fields[name].widget.attrs["list"] = "towns"
        self.order_fields(list(self.field_order))
        self.initial.setdefault("ticket", uuid4())
        self.initial.setdefault("happened_on", today)

    def clean_lots(self) -> dict[str, str]:
        pairs = [pair(line) for line in self.cleaned_data["lots"].splitlines() if line.strip()]
        for at, found in enumerate(pairs, start=1):
            if found is None:
                raise forms.ValidationError(
                    _("%(at)s行目を読めません。古い番地と新しい住居番号をコンマで区切ってください。")
                    % {"at": at}
                )
        lots = dict(each for each in pairs if each)
        if len(lots) != len(pairs):
            raise forms.ValidationError(_("同じ古い番地が二回あります。どちらが正しいか確かめてください。"))
        return lots

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        town, new = told.get("town"), told.get("new_town")
        if town and new and town.ward_id != new.ward_id:
            self.add_error("new_town", _("新しい町は、同じ区の町を選んでください。"))
        return told

    def intake(self) -> Intake:
        told = self.cleaned_data
        return Intake(
            kind="addresses_renumbered",
            happened_on=told["happened_on"],
            ward=told["town"].ward,
            note=told["note"],
            ticket=UUID(str(told["ticket"])),
        )

    def renumbering(self) -> Renumbering:
        told = self.cleaned_data
        return Renumbering(
            town=told["town"], new_town=told["new_town"], lots=told["lots"], partly=told["partly"]
        )


def pair(line: str) -> tuple[str, str] | None:
    for separator in SEPARATORS:
        old, found, new = line.partition(separator)
        if found and old.strip() and new.strip():
            return old.strip(), new.strip()
    return None
