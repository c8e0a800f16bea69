"""The form with which a certificate is asked for at the counter: every choice has its key."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from jichi.kernel.documents.models import Reason
from jichi.kernel.places.models import Office, Ward
from jichi.kernel.web.forms import KitForm

from ..queries.papers.builders import BUILDERS
from ..queries.seeing import Seen
from ..rules.certificates.asked import ASKING, PAPERS, PROFESSIONS, Asking
from ..rules.certificates.kinds import CERTIFICATES, OPTIONS
from ..rules.certificates.proofs import PROOFS

# Keys of the kinds in the order of how often they are asked for; Alt with the key chooses.
KIND_KEYS = "qwertyuiopasdfl"
ASKING_KEYS = "zxcvbnm"
# What most customers do not need.
RARE = ("papers", "requester_address", "purpose", "profession", "card", "act", "exemption")


class Keyed:
    """A choice of a list with the key that chooses it, which its label shows."""

    keys: dict[str, str] = {}

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option: dict[str, Any] = super().create_option(name, value, *args, **kwargs)  # type: ignore[misc]
        if key := self.keys.get(str(value)):
            option["attrs"]["accesskey"] = key
            option["label"] = f"{key.upper()}　{option['label']}"
        return option


class KeyedRadios(Keyed, forms.RadioSelect):
    def __init__(self, keys: dict[str, str]) -> None:
        super().__init__()
        self.keys = keys


class KeyedChecks(Keyed, forms.CheckboxSelectMultiple):
    def __init__(self, keys: dict[str, str]) -> None:
        super().__init__()
        self.keys = keys


OFFERED = [kind for kind in CERTIFICATES if kind.code in BUILDERS]
KINDS = [(kind.code, _(kind.name)) for kind in OFFERED]
WHO = [(code.value, _(name)) for code, name in ASKING.items()]


class IssueForm(KitForm):
    """Who asks, by what proof, and for what."""

    asking = forms.ChoiceField(
        label=_("だれが来ましたか"),
        choices=WHO,
        initial=Asking.SELF.value,
        widget=KeyedRadios(dict(zip([code for code, _name in WHO], ASKING_KEYS, strict=False))),
    )
    proofs = forms.MultipleChoiceField(
        label=_("見せてもらった本人確認の書類"),
        choices=[(proof.code, _(proof.name)) for proof in PROOFS],
        required=False,
        widget=KeyedChecks({proof.code: proof.key for proof in PROOFS}),
        help_text=_("写真付きなら1点、写真のないものなら2点。Altキーと番号で、しるしが付きます。"),
    )
    kind = forms.ChoiceField(
        label=_("どの証明書ですか"),
        choices=KINDS,
        initial="resident_record",
        widget=KeyedRadios(dict(zip([code for code, _name in KINDS], KIND_KEYS, strict=False))),
    )
    members = forms.MultipleChoiceField(
        label=_("だれを載せますか（世帯の証明書）"), required=False, widget=forms.CheckboxSelectMultiple
    )
    items = forms.MultipleChoiceField(
        label=_("載せる事項"),
        choices=[(code.value, _(name)) for code, name in OPTIONS.items()],
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "頼まれたものだけにしるしを付けます。ほかは「省略」と書かれます（住民基本台帳法第12条第5項）。"
        ),
    )
    card = forms.CharField(label=_("印鑑登録証の番号（印鑑登録証明書のとき）"), required=False, max_length=20)
    act = forms.CharField(
        label=_("届出・戸籍の番号（受理証明書・除籍などのとき）"), required=False, max_length=30
    )
    papers = forms.MultipleChoiceField(
        label=_("ほかに見せてもらった書類"),
        choices=[(code.value, _(name)) for code, name in PAPERS.items()],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    requester_name = forms.CharField(
        label=_("来た人の氏名"),
        required=False,
        max_length=200,
        help_text=_("本人のときは空けておきます。同じ世帯の人は、住民票のとおりに書きます。"),
    )
    requester_address = forms.CharField(
        label=_("来た人の住所・事務所の所在地"), required=False, max_length=300
    )
    profession = forms.ChoiceField(
        label=_("職務上請求の資格"),
        choices=[("", _("（なし）")), *((code.value, _(name)) for code, name in PROFESSIONS.items())],
        required=False,
    )
    purpose = forms.CharField(label=_("使いみち"), required=False, max_length=300)
    exemption = forms.ChoiceField(label=_("手数料の免除"), required=False)
    ward = forms.ModelChoiceField(label=_("発行する区役所"), queryset=Ward.objects.none(), empty_label=None)
    ticket = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        household: Sequence[Seen],
        wards: QuerySet[Ward],
        exemptions: Sequence[tuple[str, Any]],
        office: Office | None = None,
        at_office: frozenset[str] | None = None,
        **given: Any,
    ) -> None:
        everybody = [str(record.person.pk) for record in household]
        first = {"ticket": uuid4(), "members": everybody, "ward": wards.first()}
        super().__init__(*args, **{"initial": first, **given})
        self.everybody, self.office = everybody, office
        choices: dict[str, Any] = {
            "members": [(str(record.person.pk), member_text(record)) for record in household],
            "exemption": [("", _("免除しない")), *exemptions],
        }
        for name, values in choices.items():
            self.fields[name].choices = values  # type: ignore[attr-defined]
        self.fields["ward"].queryset = wards  # type: ignore[attr-defined]
        self.hide_what_is_no_choice(wards)
        if at_office is not None:
            self.offer_only(at_office)

    @property
    def has_rare(self) -> bool:
        """Whether something is filled in, or wrong, in what is folded away."""
        return any(self[name].value() or name in self.errors for name in RARE) if self.is_bound else False

    def hide_what_is_no_choice(self, wards: QuerySet[Ward]) -> None:
        """One member, or one ward, is nothing to choose."""
        if len(self.everybody) < 2:
            self.fields["members"].widget = forms.MultipleHiddenInput()
        if len(wards) == 1 or self.office:
            self.fields["ward"].widget = forms.HiddenInput()
            self.fields["ward"].required = self.office is None

    def offer_only(self, kinds: frozenset[str]) -> None:
        """The kinds that are made at this office, each under its usual key."""
        field = self.fields["kind"]
        field.choices = [choice for choice in KINDS if choice[0] in kinds]  # type: ignore[attr-defined]


def member_text(record: Seen) -> str:
    facts = record.facts
    return f"{facts.name}（{facts.relationship}）" if facts.relationship else facts.name


class ReasonForm(KitForm):
    """Why a certificate stands no more."""

    reason = forms.ChoiceField(label=_("理由"), choices=Reason.choices, widget=forms.RadioSelect)
    note = forms.CharField(
        label=_("事情"),
        required=False,
        max_length=500,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("市の中だけの記録です。"),
    )


class VoidForm(ReasonForm):
    returns_fee = forms.BooleanField(label=_("手数料を返した"), required=False)


class ReissueForm(ReasonForm):
    ticket = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **{"initial": {"ticket": uuid4()}, **given})


class ReceiptForm(KitForm):
    """What was paid together: papers made for the same person at the same time are marked already."""

    together = forms.MultipleChoiceField(
        label=_("いっしょに払った証明書"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, papers: Sequence[tuple[str, str, bool]], **given: Any) -> None:
        marked = [key for key, _words, is_same in papers if is_same]
        super().__init__(*args, **{"initial": {"together": marked}, **given})
        self.fields["together"].choices = [(key, words) for key, words, _is_same in papers]  # type: ignore[attr-defined]
        if not papers:
            self.fields["together"].widget = forms.MultipleHiddenInput()


class HandOutForm(KitForm):
    """For a paper that waited: who comes for it is proven now."""

    proofs = forms.MultipleChoiceField(
        label=_("見せてもらった本人確認の書類"),
        choices=[(proof.code, _(proof.name)) for proof in PROOFS],
        required=False,
        widget=KeyedChecks({proof.code: proof.key for proof in PROOFS}),
    )
