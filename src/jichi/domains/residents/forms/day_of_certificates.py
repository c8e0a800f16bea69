"""Which day, and which state."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jichi.kernel.web.forms import DayInput
from jichi.kernel.web.table import FilterForm

from ..states import CERTIFICATE


class DayForm(FilterForm):
    """The day is asked of the database before the table is made; here only the state narrows."""

    day = forms.DateField(label=_("日付"), required=False, widget=DayInput)
    step = forms.ChoiceField(
        label=_("状態"),
        required=False,
        choices=[("", _("すべて")), *((code, _(name)) for code, name in CERTIFICATE.choices)],
    )

    def narrow(self, rows: Any) -> Any:
        step = self.cleaned_data["step"]
        return rows.filter(step=step) if step else rows
