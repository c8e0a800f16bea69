"""Where a clerk sits."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jichi.kernel.web.forms import KitForm


class SeatForm(KitForm):
    office = forms.ChoiceField(
        label=_("いまいる窓口"),
        widget=forms.RadioSelect,
        help_text=_("次に選び直すまで、ここで発行したものとして記録されます。"),
    )

    def __init__(self, *args: Any, choices: Sequence[tuple[str, str]], **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["office"].choices = choices  # type: ignore[attr-defined]
