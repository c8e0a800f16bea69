"""Small forms around movements: opening a household, choosing a day, taking back, correcting, filtering."""

from datetime import date, datetime, time
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jichi.kernel.clock.reading import CITY_TIME
from jichi.kernel.web.forms import DayInput, KitForm
from jichi.kernel.web.table import FilterForm

from ...models import Household
from ...queries.households import household_numbered
from ...rules.kinds import KINDS


class OpenHouseholdForm(KitForm):
    """A household by its number; why it is opened is asked on its own page."""

    number = forms.CharField(
        label=gettext_lazy("世帯番号"),
        max_length=20,
        help_text=gettext_lazy("27で始まる番号です。ハイフンはなくてもかまいません。"),
    )

    def clean_number(self) -> Household:
        found = household_numbered(self.cleaned_data["number"])
        if found is None:
            raise forms.ValidationError(_("この番号の世帯はありません。番号を確かめてください。"))
        return found


class DayForm(KitForm):
    """Any past day, and optionally what was believed on another."""

    day = forms.DateField(label=gettext_lazy("この日の世帯"), widget=DayInput)
    believed = forms.DateField(
        label=gettext_lazy("この日に信じられていた内容"), widget=DayInput, required=False
    )


class VoidForm(KitForm):
    note = forms.CharField(
        label=gettext_lazy("取り消す理由"), max_length=500, widget=forms.Textarea({"rows": 3})
    )
    ticket = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.initial.setdefault("ticket", uuid4())


class MovementFilter(FilterForm):
    """The list of movements: of a day, of a kind, still standing or not."""

    day = forms.DateField(label=gettext_lazy("入力した日"), widget=DayInput, required=False)
    kind = forms.ChoiceField(label=gettext_lazy("種類"), required=False)

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["kind"].choices = [("", _("すべて")), *((each.code, _(each.name)) for each in KINDS)]  # type: ignore[attr-defined]

    def narrow(self, rows: Any) -> Any:
        told = self.cleaned_data
        if told["day"]:
            rows = rows.filter(recorded_at__range=day_range(told["day"]))
        return rows.filter(kind=told["kind"]) if told["kind"] else rows


def day_range(day: date) -> tuple[datetime, datetime]:
    """The first and the last moment of a day in the city."""
    return datetime.combine(day, time.min, CITY_TIME), datetime.combine(day, time.max, CITY_TIME)
