"""Forms of documents: asking about one, and withdrawing one."""

from django import forms
from django.utils.translation import gettext_lazy as _

from jichi.kernel.web.forms import KitForm

from .models import Reason


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
            "ファイルの指紋（SHA-256）だけを計算して台帳と比べます。ファイルは保存しません。50メガバイトまで。"
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


class LookForm(KitForm):
    why = forms.CharField(
        label=_("開く理由"),
        help_text=_("だれが、いつ、何のために開いたかが残ります。本人に見せることがあります。"),
        max_length=300,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class EraseForm(KitForm):
    reason = forms.CharField(
        label=_("消す理由"),
        help_text=_("職員だけが読みます。人の名前は書かないでください。"),
        max_length=300,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
