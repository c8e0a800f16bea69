"""Forms of the kiosk: one thing on each screen."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jichi.kernel.web.forms import KitForm

from ..queries.home.offers import Offer
from ..queries.home.words import offer_text, option_name
from ..rules.codes import typed


class DigitsField(forms.CharField):
    """Digits of a fixed length, read with any hyphens and widths."""

    def __init__(self, *, digits: int, **given: Any) -> None:
        self.digits = digits
        super().__init__(**given)

    def clean(self, value: Any) -> str:
        read = typed(super().clean(value))
        if len(read) != self.digits:
            raise forms.ValidationError(
                gettext("数字%(digits)s桁を入れてください。") % {"digits": self.digits}
            )
        return read


class CardForm(KitForm):
    """The number on the card, and the PIN."""

    card = DigitsField(
        digits=12,
        label=_("カードの番号（12桁）"),
        max_length=20,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
    )
    pin = DigitsField(
        digits=4,
        label=_("暗証番号（4桁）"),
        max_length=4,
        widget=forms.PasswordInput({"inputmode": "numeric", "autocomplete": "off"}),
    )


class ChoiceForm(KitForm):
    """The certificate and what is to stand on it."""

    kind = forms.ChoiceField(label=_("どの証明書ですか"), widget=forms.RadioSelect)
    options = forms.MultipleChoiceField(
        label=_("載せるもの"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, offers: Sequence[Offer], **given: Any) -> None:
        super().__init__(*args, **given)
        codes = dict.fromkeys(option for offer in offers for option in offer.options)
        self.fields["kind"].choices = [(offer.kind.code, offer_text(offer)) for offer in offers]  # type: ignore[attr-defined]
        self.fields["options"].choices = [(code, option_name(code)) for code in codes]  # type: ignore[attr-defined]


class TokenForm(KitForm):
    """The token of a machine, typed once by whoever sets it up."""

    token = forms.CharField(
        label=_("端末の鍵"), max_length=100, widget=forms.PasswordInput({"autocomplete": "off"})
    )
