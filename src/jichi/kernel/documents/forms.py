"""Forms of documents: asking about one, withdrawing one, and filtering the register."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from jichi.kernel.places.models import Bureau
from jichi.kernel.values.fiscal_year import FiscalYear
from jichi.kernel.web.forms import KitForm
from jichi.kernel.web.table import FilterForm
from jichi.kernel.web.words import fiscal_year_text

from .models import Document, Reason
from .states import DOCUMENT
from .templates import declared


class CodeForm(KitForm):
    code = forms.CharField(
        label=_("確認コード"),
        help_text=_("紙に書かれた18文字です。大文字・小文字、ハイフンの有無は問いません。"),
        max_length=60,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "characters"}
        ),
    )


class FileForm(KitForm):
    file = forms.FileField(
        label=_("受け取ったPDF"),
        help_text=_(
            "ファイルの指紋（SHA-256）だけを計算して台帳と比べます。ファイルは保存しません。50MBまで。"
        ),
        widget=forms.ClearableFileInput(attrs={"accept": "application/pdf"}),
    )


class WithdrawForm(KitForm):
    reason = forms.ChoiceField(
        label=_("取り消す理由"),
        help_text=_("確認コードで問い合わせた人に、この言葉で伝わります。"),
        choices=[("", _("選んでください")), *Reason.choices],
    )
    note = forms.CharField(
        label=_("事情（職員だけが読みます）"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class RegisterFilter(FilterForm):
    year = forms.TypedChoiceField(label=_("年度"), coerce=int, empty_value=None, required=False)
    bureau = forms.ModelChoiceField(
        label=_("局・区役所"), queryset=Bureau.objects.none(), required=False, empty_label=_("すべて")
    )
    state = forms.ChoiceField(label=_("状態"), choices=[("", _("すべて")), *DOCUMENT.choices], required=False)
    template = forms.ChoiceField(label=_("種類"), required=False)
    word = forms.CharField(label=_("文書番号・件名・受付番号"), max_length=60, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        years = Document.objects.values_list("year", flat=True).distinct().order_by("-year")
        self.fields["year"].choices = [  # type: ignore[attr-defined]
            ("", _("すべて")),
            *((year, fiscal_year_text(FiscalYear(year))) for year in years),
        ]
        self.fields["bureau"].queryset = Bureau.objects.order_by("name")  # type: ignore[attr-defined]
        kinds = [(each.name, each.title) for each in declared()]
        self.fields["template"].choices = [("", _("すべて")), *kinds]  # type: ignore[attr-defined]

    def narrow(self, rows: Any) -> Any:
        asked = self.cleaned_data
        exact = {
            "year": asked["year"],
            "bureau": asked["bureau"],
            "step": asked["state"],
            "template": asked["template"],
        }
        rows = rows.filter(**{name: value for name, value in exact.items() if value not in ("", None)})
        return rows.filter(matching(asked["word"])) if asked["word"] else rows


def matching(word: str) -> Q:
    return Q(number__icontains=word) | Q(title__icontains=word) | Q(record=word)
