"""What a clerk fills in to find somebody and to open a record."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jichi.kernel.values.fault import Fault
from jichi.kernel.web.forms import KitForm

from ..rules.look_reasons import OTHER, REASONS, reason_text
from ..rules.search_terms import Search, UnreadableBirth, UnreadableNumber, search_for

NO_MEMORY = {"autocomplete": "off"}


def line(
    label: Any, help_text: Any = "", *, most: int = 200, attrs: dict[str, str] | None = None
) -> forms.CharField:
    widget = forms.TextInput({**NO_MEMORY, **(attrs or {})})
    return forms.CharField(label=label, help_text=help_text, required=False, max_length=most, widget=widget)


class ReasonForm(KitForm):
    """Why the record is opened. The person concerned can read it."""

    reason = forms.ChoiceField(
        label=_("調べる理由"), help_text=_("本人は、だれが（役割）、いつ、なぜ見たかを知ることができます。")
    )
    detail = line(_("くわしい内容（「そのほか」のときは必ず）"), most=200)

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["reason"].choices = [(code, gettext(text)) for code, text in REASONS.items()]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if given.get("reason") == OTHER and not given.get("detail", "").strip():
            self.add_error("detail", _("「そのほか」を選んだときは、業務の内容を書いてください。"))
        return given

    @property
    def why(self) -> str:
        return reason_text(self.cleaned_data["reason"], self.cleaned_data["detail"])


class SearchForm(ReasonForm):
    """Everything that may be known of a person; all that is filled in must hold."""

    name = line(
        _("氏名・かな・旧氏・通称"),
        _(
            "姓や名の一部だけでも探せます。はじめから合う人を先に出します。異体字、かなの大小、長音は区別しません。"
        ),
        attrs={"data-search": ""},
    )
    birth = line(_("生年月日"), _("例：1980-05-17、昭和55年5月、S55"), most=40)
    town = line(_("町丁目"), _("例：見本町1丁目"), most=60)
    lot = line(_("番・号"), _("例：1-2"), most=60)
    number = line(_("番号（宛名番号・受付番号）"), most=40)

    field_order = ("name", "birth", "town", "lot", "number", "reason", "detail")

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        terms = {name: given.get(name, "") for name in ("name", "birth", "town", "lot", "number")}
        try:
            self.search: Search = search_for(**terms)
        except Fault as fault:
            fields: dict[type[Fault], str] = {UnreadableBirth: "birth", UnreadableNumber: "number"}
            self.add_error(fields.get(type(fault)), str(fault))
        return given
