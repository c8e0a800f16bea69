"""Forms of the counter for a resident's account and card."""

from django import forms
from django.utils.translation import gettext_lazy as _

from jichi.kernel.web.forms import KitForm

from ..rules.certificates.proofs import PROOFS


class ProofForm(KitForm):
    """The papers that prove who stands at the counter."""

    proofs = forms.MultipleChoiceField(
        label=_("確かめた本人確認の書類"),
        choices=[(proof.code, _(proof.name)) for proof in PROOFS],
        widget=forms.CheckboxSelectMultiple,
        help_text=_("写真付きのものなら1点、写真のないものなら2点を確かめてください。"),
    )


class LinkForm(ProofForm):
    """The code that the resident shows on their own page."""

    code = forms.CharField(
        label=_("本人が見せた番号"),
        max_length=20,
        help_text=_("「わたしの記録」のページに出る8桁の番号です。15分だけ使えます。"),
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
    )


class UnlinkForm(KitForm):
    """Why the account is untied."""

    because = forms.CharField(label=_("外す理由"), max_length=300, widget=forms.Textarea({"rows": 3}))


class CardForm(ProofForm):
    """The PIN that the holder types on the counter's number pad; it is never shown again."""

    pin = forms.CharField(
        label=_("暗証番号（本人が打つ）"),
        max_length=4,
        widget=forms.PasswordInput({"inputmode": "numeric", "autocomplete": "off"}),
        help_text=_("数字4桁。同じ数字の並びや続き番号は使えません。"),
    )
