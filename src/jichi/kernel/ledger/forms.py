"""Forms of the record."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jichi.kernel.web.forms import KitForm
from jichi.kernel.web.words import code_text

from .models import Event, PersonalField


class EraseForm(KitForm):
    reason = forms.CharField(
        label=_("消す理由（公開されません）"), widget=forms.Textarea(attrs={"rows": 3}), max_length=1000
    )

    def __init__(self, *args: Any, event: Event, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = PersonalField.objects.filter(event=event).order_by("name").values_list("name", flat=True)
        self.fields = {
            "fields": forms.MultipleChoiceField(
                label=_("内容を消す項目"),
                choices=[(name, code_text(name)) for name in names],
                widget=forms.CheckboxSelectMultiple,
                error_messages={"required": _("選んでください。")},
            ),
            **self.fields,
        }
