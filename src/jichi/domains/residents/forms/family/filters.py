"""Filters of the family desk's lists."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jichi.kernel.web.table import FilterForm

from ...rules.family.kinds import KINDS
from ...states import FAMILY_NOTIFICATION


class NotificationFilter(FilterForm):
    step = forms.ChoiceField(label=_("段階"), required=False)
    kind = forms.ChoiceField(label=_("届出"), required=False)

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        every = ("", gettext("すべて"))
        steps = [(step, gettext(name)) for step, name in FAMILY_NOTIFICATION.choices]
        self.fields["step"].choices = [every, *steps]  # type: ignore[attr-defined]
        self.fields["kind"].choices = [every, *((kind.code, gettext(kind.name)) for kind in KINDS)]  # type: ignore[attr-defined]

    def narrow(self, rows: Any) -> Any:
        given = {name: value for name, value in self.cleaned_data.items() if value}
        return rows.filter(**given)
