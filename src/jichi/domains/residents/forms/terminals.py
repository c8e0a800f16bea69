"""Forms of the desk for machines and channels."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from jichi.kernel.places.models import Office, Ward
from jichi.kernel.web.forms import KitForm

from ..actions.terminals.keep_terminals import NewTerminal
from ..queries.home.words import kind_name
from ..rules.certificates.kinds import CERTIFICATES
from ..rules.certificates.words import CHANNELS, MACHINES
from ..rules.channels import Channel
from .requests import OfficeChoice

CHOICES = [(str(channel), _(CHANNELS[channel])) for channel in sorted(MACHINES)]


class StopForm(KitForm):
    """What is to stand still, and why."""

    channel = forms.ChoiceField(label=_("止めるもの"), choices=CHOICES, widget=forms.RadioSelect)
    kind = forms.ChoiceField(label=_("証明書"), required=False)
    because = forms.CharField(label=_("止める理由"), max_length=300, widget=forms.Textarea({"rows": 3}))

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        kinds = [kind.code for kind in CERTIFICATES if MACHINES & set(kind.channels)]
        self.fields["kind"].choices = [("", _("すべて")), *((code, kind_name(code)) for code in kinds)]  # type: ignore[attr-defined]


class TerminalForm(KitForm):
    """A machine to be registered."""

    name = forms.CharField(label=_("端末の名前"), max_length=80, help_text=_("例：○○店 1号機"))
    channel = forms.ChoiceField(label=_("種類"), choices=CHOICES, widget=forms.RadioSelect)
    ward = forms.ModelChoiceField(label=_("受け持つ区"), queryset=Ward.objects.none())
    office = OfficeChoice(
        label=_("置いてある窓口"),
        queryset=Office.objects.none(),
        required=False,
        empty_label=_("市の窓口ではない"),
    )
    refunds = forms.BooleanField(label=_("返金を届けることができる"), required=False, initial=True)

    def __init__(self, *args: Any, wards: QuerySet[Ward], **given: Any) -> None:
        super().__init__(*args, **given)
        self.fields["ward"].queryset = wards  # type: ignore[attr-defined]
        offices = Office.objects.filter(ward__in=wards).order_by("ward", "code")
        self.fields["office"].queryset = offices  # type: ignore[attr-defined]

    def new(self) -> NewTerminal:
        given = self.cleaned_data
        return NewTerminal(**{**given, "channel": Channel(given["channel"])})
