"""What is filled in at the protection desk."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jichi.kernel.places.models import Ward
from jichi.kernel.web.forms import DayInput, KitForm

from ..models import Person
from ..rules import numbers
from ..rules.protection_words import CITIES_BECAUSE, HARMS, OPINIONS, CityBecause, Harm, Opinion
from ..rules.search_terms import UnreadableNumber, register_number


def words(label: Any, help_text: Any = "", *, most: int = 300, required: bool = True) -> forms.CharField:
    widget = forms.TextInput({"autocomplete": "off"})
    return forms.CharField(
        label=label, help_text=help_text, required=required, max_length=most, widget=widget
    )


def long_words(label: Any, help_text: Any = "", *, required: bool = True) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=500,
        widget=forms.Textarea({"rows": 3}),
    )


def day(label: Any, *, required: bool = True) -> forms.DateField:
    return forms.DateField(label=label, required=required, widget=DayInput)


class PersonField(forms.CharField):
    """Somebody of the register, by number; whether the number is somebody's is all that it tells."""

    widget = forms.TextInput({"autocomplete": "off"})

    def clean(self, value: Any) -> Person | None:
        typed = super().clean(value)
        return person_numbered(typed) if typed else None


class PeopleField(forms.CharField):
    """Several people, one number a line."""

    widget = forms.Textarea({"rows": 3, "autocomplete": "off"})

    def clean(self, value: Any) -> list[Person]:
        return [person_numbered(line) for line in super().clean(value).split("\n") if line.strip()]


def person_numbered(typed: str) -> Person:
    try:
        number = register_number(typed)
    except UnreadableNumber as fault:
        raise forms.ValidationError(str(fault)) from fault
    found = Person.objects.filter(pk=number.serial).first() if number.kind == numbers.PERSON else None
    if found is None:
        raise forms.ValidationError(gettext("この宛名番号の人は見つかりません。"))
    return found


class ApplicationForm(KitForm):
    """The application of a victim, as it was handed in."""

    harm = forms.TypedChoiceField(label=_("申出の理由"), coerce=Harm)
    named_name = words(
        _("相手方の氏名"), _("住所などを知らせてはいけない相手です。わかる範囲で書いてください。"), most=200
    )
    named_address = words(_("相手方の住所"), required=False)
    named_person = PersonField(
        label=_("相手方の宛名番号"), help_text=_("市の記録にいるときだけ"), required=False
    )
    joint = PeopleField(
        label=_("併せて支援を求める人の宛名番号"),
        help_text=_("一行に一人。同じ世帯の人は、書かなくても保護されます。"),
        required=False,
    )
    opinion = forms.TypedChoiceField(label=_("必要性を確認したところ"), coerce=Opinion)
    opinion_of = words(_("その名前（警察署、センター、裁判所）"), required=False)
    opinion_on = day(_("意見または命令の日"), required=False)
    contact = words(
        _("本人への安全な連絡のしかた"),
        _("ここに書いた方法のほかでは連絡しません。空欄なら、連絡しません。"),
        required=False,
    )

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["harm"].choices = chosen(HARMS)  # type: ignore[attr-defined]
        self.fields["opinion"].choices = chosen(OPINIONS)  # type: ignore[attr-defined]
        self.fields["opinion"].initial = Opinion.NOT_YET


def chosen(names: Any) -> list[tuple[str, str]]:
    return [(code.value, gettext(name)) for code, name in names.items()]


class StartForm(KitForm):
    opinion = forms.TypedChoiceField(label=_("必要性を確認したところ"), coerce=Opinion)
    opinion_of = words(_("その名前（警察署、センター、裁判所）"))
    opinion_on = day(_("意見または命令の日"))

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        told = {code: name for code, name in OPINIONS.items() if code is not Opinion.NOT_YET}
        self.fields["opinion"].choices = chosen(told)  # type: ignore[attr-defined]


class RenewForm(KitForm):
    note = long_words(_("メモ"), required=False)


class EndForm(KitForm):
    note = long_words(_("本人にどのように確かめたか"))


class LiftForm(KitForm):
    because = long_words(_("理由と、本人の意思をどのように確かめたか"))


class KeepForm(KitForm):
    because = long_words(_("解除・却下しない理由"), required=False)


class LeaveForm(KitForm):
    because = long_words(_("理由と、本人の意思をどのように確かめたか"))


class KeepCoveredForm(KitForm):
    because = long_words(_("外さない理由"), required=False)


class CityForm(KitForm):
    city = words(_("市区町村"), most=100)
    because = forms.TypedChoiceField(label=_("送付する理由"), coerce=CityBecause)

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["because"].choices = chosen(CITIES_BECAUSE)  # type: ignore[attr-defined]


class HandOverForm(KitForm):
    ward = forms.ModelChoiceField(label=_("引き継ぐ区"), queryset=Ward.objects.none(), empty_label=None)

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["ward"].queryset = Ward.objects.order_by("code")  # type: ignore[attr-defined]


class SureForm(KitForm):
    """An act that needs no more than a yes."""

    sure = forms.BooleanField(label=_("内容を確かめました"))


class FoundForm(KitForm):
    found = long_words(_("確かめたことと、したこと"))
