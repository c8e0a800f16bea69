"""Forms with which a certificate is asked for from home, and with which the office answers."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jichi.kernel.places.models import Office
from jichi.kernel.web.forms import KitForm
from jichi.kernel.web.words import name_text

from ..actions.requests.asking import Wish
from ..queries.home.offers import Offer
from ..queries.home.words import offer_text, option_name
from .linking import ProofForm


class OfficeChoice(forms.ModelChoiceField):
    """An office by its name in the language of the page."""

    def label_from_instance(self, office: Office) -> str:
        return name_text(office)


class RequestForm(KitForm):
    """Which certificate, with what on it, for what, and where it is fetched."""

    kind = forms.ChoiceField(label=_("どの証明書ですか"), widget=forms.RadioSelect)
    options = forms.MultipleChoiceField(
        label=_("載せるもの"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("提出先が求めるものだけを選んでください。選ばないものは載りません。"),
    )
    purpose = forms.CharField(label=_("使い道"), max_length=200, help_text=_("例：免許の更新、学校への提出"))
    office = OfficeChoice(
        label=_("受け取る場所"), queryset=Office.objects.none(), empty_label=_("選んでください")
    )
    ticket = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, offers: Sequence[Offer], offices: QuerySet[Office], **given: Any) -> None:
        given.setdefault("initial", {"ticket": uuid4()})
        super().__init__(*args, **given)
        self.offers = {offer.kind.code: offer for offer in offers}
        codes = dict.fromkeys(option for offer in offers for option in offer.options)
        self.fields["kind"].choices = [(code, offer_text(offer)) for code, offer in self.offers.items()]  # type: ignore[attr-defined]
        self.fields["options"].choices = [(code, option_name(code)) for code in codes]  # type: ignore[attr-defined]
        self.fields["office"].queryset = offices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        offer = self.offers.get(given.get("kind", ""))
        if offer and (wrong := [code for code in given.get("options", ()) if code not in offer.options]):
            said = gettext("この証明書には載せられません：%(names)s") % {
                "names": gettext("、").join(option_name(code) for code in wrong)
            }
            self.add_error("options", said)
        return given

    def wish(self) -> Wish:
        given = self.cleaned_data
        return Wish(
            ticket=given["ticket"],
            kind=given["kind"],
            options=tuple(given["options"]),
            purpose=given["purpose"],
            office=given["office"],
        )


class DeclineForm(KitForm):
    """Why it cannot be prepared: for the office's own file."""

    because = forms.CharField(
        label=_("用意できない理由"),
        max_length=300,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("区役所の中だけに残ります。本人には「窓口で申し込んでください」とだけ伝わります。"),
    )


class CollectForm(ProofForm):
    """The papers that prove who fetches it, and of a seal the card."""

    card = forms.CharField(
        label=_("印鑑登録証（カード）の番号"),
        max_length=20,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, of_seal: bool = False, **named: Any) -> None:
        super().__init__(*args, **named)
        if not of_seal:
            del self.fields["card"]
