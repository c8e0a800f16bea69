"""The forms that change a clock."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jichi.kernel.calendar import Unit
from jichi.kernel.web.forms import DayInput, KitForm

from .models import Deadline
from .refused import MOST_LETTERS
from .words import length_text


class DayForm(KitForm):
    """The day on which something happened: today, or a day before that was not entered yet."""

    on = forms.DateField(label=_("日"), widget=DayInput)

    def __init__(self, *args: Any, today: date, deadline: Deadline, **named: Any) -> None:
        super().__init__(*args, initial={"on": today}, **named)
        self.today, self.deadline = today, deadline

    def clean_on(self) -> date:
        day: date = self.cleaned_data["on"]
        if day > self.today:
            raise forms.ValidationError(_("まだ来ていない日です。今日か、今日より前の日を入れてください。"))
        return day


def reason_field(help_text: Any) -> forms.CharField:
    return forms.CharField(
        label=_("理由"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=MOST_LETTERS,
        help_text=help_text,
    )


class PauseForm(DayForm):
    because = reason_field(_("何を求めたかを書きます。課の人が読みます。"))

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["on"].label = gettext("%(awaits)sを求めた日") % {"awaits": self.deadline.awaits}


class ResumeForm(DayForm):
    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["on"].label = gettext("%(awaits)sが届いた日") % {"awaits": self.deadline.awaits}


class ExtendForm(DayForm):
    length = forms.IntegerField(label=_("延ばす長さ"), min_value=1)
    because = reason_field(_("延ばす理由を書きます。相手に知らせる理由と同じにします。"))
    field_order = ("on", "length", "because")

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["on"].label = gettext("延ばすと決めた日")
        unit = Unit(self.deadline.extension_unit)
        most = length_text(self.deadline.extension_length or 0, unit)
        self.fields["length"].help_text = gettext(
            "%(most)sまで延ばせます（%(basis)s）。数字だけを入れます。"
        ) % {
            "most": most,
            "basis": self.deadline.extension_basis,
        }
