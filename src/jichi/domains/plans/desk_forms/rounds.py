"""The days of an evaluation round."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jichi.kernel.places.models import Section
from jichi.kernel.web.forms import DayInput, KitForm

from ..models import Edition
from ..rules.round_days import STEPS_DUE, RoundDays


def day(label: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=DayInput)


class RoundForm(KitForm):
    """Which plan, which year, and by when each step is done."""

    edition = forms.ModelChoiceField(label=_("計画"), queryset=Edition.objects.none(), empty_label=None)
    year = forms.TypedChoiceField(label=_("評価する年度"), coerce=int)
    draft_due = day(_("評価票の作成の期限"))
    section_due = day(_("課長確認の期限"))
    bureau_due = day(_("局確認の期限"))
    publish_due = day(_("公表の期限"))
    office = forms.ModelChoiceField(
        label=_("取りまとめて公表する課"),
        queryset=Section.objects.none(),
        required=False,
        empty_label=_("決めない"),
    )

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        editions = Edition.objects.order_by("-first_year", "policy_number")
        self.fields["edition"].queryset = editions  # type: ignore[attr-defined]
        years = sorted({year for edition in editions for year in edition.years})
        self.fields["year"].choices = [(year, gettext("%(year)s年度") % {"year": year}) for year in years]  # type: ignore[attr-defined]
        owners = Section.objects.select_related("bureau").order_by("bureau__name", "name")
        self.fields["office"].queryset = owners  # type: ignore[attr-defined]

    def days(self) -> RoundDays:
        return RoundDays(**{name: self.cleaned_data[name] for name in STEPS_DUE})
