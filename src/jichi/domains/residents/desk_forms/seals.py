"""What the desk types for seal registration: each form of an act knows its verb."""

from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.places.models import Ward
from jichi.kernel.web.forms import AmountField, DayInput, KitForm
from jichi.kernel.web.table import FilterForm

from ..actions.seals.apply_for_seal import SealApplication, apply_for_seal
from ..actions.seals.cancel_seal import cancel_seal, refuse_application, withdraw_application
from ..actions.seals.inquire import close_unanswered, send_inquiry, take_answer
from ..actions.seals.register_seal import register_seal, replace_card
from ..actions.seals.suspend_seal import resume_seal, suspend_seal
from ..actions.seals.verify_at_once import verify_at_once
from ..models import Person, SealRegistration
from ..rules.seal_words import BY_PERSON, ENDINGS, LOSSES, PROOFS, WITH_PHOTO, Ending, Loss
from ..states import SEAL, SEAL_OPEN
from .choosing import words_of

MOST_BYTES_SAID = 20


class FindForm(KitForm):
    """A number from a paper or a card, and why it is looked up."""

    number = forms.CharField(
        label=_("番号"),
        max_length=20,
        help_text=_("印鑑登録証の番号、照会書・回答書の番号（24-で始まる）、住民の番号（21-で始まる）"),
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
    )
    why = forms.CharField(
        label=_("調べる理由"), max_length=200, help_text=_("本人が、だれが見たかの記録で読めます。")
    )


class SealFilter(FilterForm):
    step = forms.ChoiceField(label=_("段階"), required=False)
    late = forms.BooleanField(label=_("回答の期限を過ぎたもの"), required=False)

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        steps = [(step.code, words_of(step)) for step in SEAL.steps if step.code in SEAL_OPEN]
        self.fields["step"].choices = [("", _("すべて")), *steps]  # type: ignore[attr-defined]

    def narrow(self, rows: Any) -> Any:
        from jichi.kernel.clock.reading import today

        if step := self.cleaned_data["step"]:
            rows = rows.filter(step=step)
        return rows.filter(answer_due_on__lt=today(), step="inquired") if self.cleaned_data["late"] else rows


class ApplyForm(KitForm):
    """An application at the counter."""

    ticket = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    engraved = forms.CharField(
        label=_("印鑑の文字"), max_length=100, help_text=_("印鑑に彫られているとおりに記入してください。")
    )
    changes = forms.BooleanField(label=_("今の印鑑から変更する"), required=False)
    wishes_it = forms.BooleanField(label=_("登録が本人の意思によることを確かめた"))
    proxy = forms.CharField(
        label=_("代理人の氏名"),
        max_length=200,
        required=False,
        help_text=_("本人が来られず、委任状を持った代理人が来たときだけ"),
    )
    proxy_reason = forms.CharField(label=_("本人が来られない理由"), max_length=300, required=False)
    is_adult_ward = forms.BooleanField(label=_("本人は成年被後見人である"), required=False)
    guardian = forms.CharField(label=_("同行した成年後見人の氏名"), max_length=200, required=False)
    guardianship_certified_on = forms.DateField(
        label=_("登記事項証明書の発行の日"), widget=DayInput, required=False
    )

    def __init__(self, *args: Any, has_seal: bool, **named: Any) -> None:
        """Only who has a seal can change it."""
        super().__init__(*args, **named)
        self.fields["changes"].initial = has_seal
        if not has_seal:
            self.fields["changes"].widget = forms.HiddenInput()

    def act(self, *, actor: Actor, person: Person, ward: Ward, on: date) -> SealRegistration:
        asked = SealApplication(person=person, ward=ward, **self.cleaned_data)
        return apply_for_seal(actor=actor, application=asked, on=on)


class ScanForm(KitForm):
    """A scan of the impression, and its scale where the file has none."""

    scan = forms.FileField(
        label=_("印影を読み取った画像"),
        help_text=_("PNG・JPEG・TIFF・BMP、20MBまで。300dpi以上をおすすめします（200dpiから読めます）。"),
        widget=forms.FileInput({"accept": ".png,.jpg,.jpeg,.tif,.tiff,.bmp"}),
    )
    dpi = AmountField(
        label=_("読み取りの解像度"),
        unit="dpi",
        required=False,
        min_value=150,
        max_value=2400,
        help_text=_("画像に記録されているときは、空けておいてください。"),
    )
    frame_mm = AmountField(
        label=_("用紙の枠の一辺"),
        unit=_("ミリ"),
        required=False,
        min_value=15,
        max_value=100,
        help_text=_("解像度が分からないとき、枠の長さから大きさを求めます。"),
    )
    upright = forms.BooleanField(
        label=_("読み取りの傾きを直す"),
        required=False,
        initial=True,
        help_text=_("用紙の枠か、四角い印の辺をもとに直します。"),
    )


class ConfirmScanForm(KitForm):
    digest = forms.CharField(widget=forms.HiddenInput)
    same = forms.BooleanField(label=_("元の印影と同じ形で、文字が判読できる"))
    differs = forms.BooleanField(
        label=_("同じ世帯の人の印影とは、別の印鑑であることを確かめた"), required=False
    )


class SealActForm(KitForm):
    """A form of one verb on one registration."""

    def __init__(self, *args: Any, actor: Actor, registration: SealRegistration, **named: Any) -> None:
        super().__init__(*args, **named)
        self.actor, self.registration = actor, registration

    @property
    def case(self) -> dict[str, Any]:
        return {"actor": self.actor, "registration": self.registration}

    def act(self, *, on: date) -> object:
        raise NotImplementedError


def proofs_field(kinds: Any = PROOFS, *, required: bool = False) -> forms.MultipleChoiceField:
    choices = [(kind, _(PROOFS[kind])) for kind in PROOFS if kind in kinds]
    return forms.MultipleChoiceField(
        label=_("見せてもらった本人確認の書類"),
        choices=choices,
        required=required,
        widget=forms.CheckboxSelectMultiple,
    )


def card_field(label: Any) -> forms.CharField:
    widget = forms.TextInput({"inputmode": "numeric", "autocomplete": "off"})
    return forms.CharField(label=label, max_length=20, widget=widget)


class SendInquiryForm(SealActForm):
    def act(self, *, on: date) -> object:
        return send_inquiry(**self.case, on=on)


class TakeAnswerForm(SealActForm):
    proofs = proofs_field()

    def act(self, *, on: date) -> object:
        return take_answer(**self.case, proofs=self.cleaned_data["proofs"], on=on)


class VerifyForm(SealActForm):
    proofs = proofs_field(WITH_PHOTO)
    guarantor_card = forms.CharField(
        label=_("保証人の印鑑登録証の番号"),
        max_length=20,
        required=False,
        help_text=_("顔写真付きの書類がなく、保証人が署名し、登録した印鑑を押したときだけ"),
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
    )

    def act(self, *, on: date) -> object:
        return verify_at_once(**self.case, **self.cleaned_data, on=on)


class RegisterForm(SealActForm):
    card = card_field(_("渡す印鑑登録証の番号"))

    def act(self, *, on: date) -> object:
        return register_seal(**self.case, card=self.cleaned_data["card"], on=on)


class ReplaceCardForm(SealActForm):
    old_card = card_field(_("持ってきた印鑑登録証の番号"))
    card = card_field(_("渡す印鑑登録証の番号"))

    def act(self, *, on: date) -> object:
        return replace_card(**self.case, **self.cleaned_data, on=on)


class SuspendForm(SealActForm):
    lost = forms.ChoiceField(
        label=_("なくしたもの"),
        choices=[(code, _(words)) for code, words in LOSSES.items()],
        widget=forms.RadioSelect,
    )
    identity = forms.CharField(
        label=_("本人をどう確かめたか"),
        max_length=400,
        help_text=_("電話のときは、かけ直した番号と、尋ねて確かめた事項を書いてください。"),
    )

    def act(self, *, on: date) -> object:
        said = self.cleaned_data
        return suspend_seal(**self.case, lost=Loss(said["lost"]), identity=said["identity"], on=on)


class ResumeForm(SealActForm):
    proofs = proofs_field()

    def act(self, *, on: date) -> object:
        return resume_seal(**self.case, proofs=self.cleaned_data["proofs"], on=on)


class CancelForm(SealActForm):
    because = forms.ChoiceField(
        label=_("理由"),
        choices=[(code, _(ENDINGS[code])) for code in BY_PERSON],
        widget=forms.RadioSelect,
    )
    proofs = proofs_field()

    def act(self, *, on: date) -> object:
        said = self.cleaned_data
        return cancel_seal(**self.case, because=Ending(said["because"]), proofs=said["proofs"], on=on)


class WithdrawForm(SealActForm):
    def act(self, *, on: date) -> object:
        return withdraw_application(**self.case, on=on)


class RefuseForm(SealActForm):
    because = forms.CharField(
        label=_("受理しない理由"),
        max_length=400,
        help_text=_("例：ゴム印で、変形しやすい。機械で大量に作られた印鑑で、同じものがある。"),
    )

    def act(self, *, on: date) -> object:
        return refuse_application(**self.case, because=self.cleaned_data["because"], on=on)


class CloseForm(SealActForm):
    def act(self, *, on: date) -> object:
        return close_unanswered(**self.case, on=on)
