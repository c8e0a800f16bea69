"""Files in and out: handing in, and asking for an extract."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from jichi.kernel.places.models import Ward
from jichi.kernel.web.forms import KitForm

from ..rules.filing.layout import SEALS, TABLES

LARGEST_MAPPING = 200_000
REASON_HELP = _("何のための処理かを書いてください。記録に残ります。")


def mapping_field() -> forms.FileField:
    return forms.FileField(
        label=_("対応表（TOML）"),
        required=False,
        help_text=_(
            "ほかのシステムの列の名前、符号、日付の書き方、文字コードをこの台帳のものに読み替えます。"
        ),
    )


class LoadForm(KitForm):
    movements = forms.FileField(label=_("異動のファイル（movements.csv）"))
    entries = forms.FileField(label=_("履歴のファイル（entries.csv）"))
    persons = forms.FileField(
        label=_("個人のファイル（persons.csv）"), required=False, help_text=_("なければ、履歴から作ります。")
    )
    households = forms.FileField(
        label=_("世帯のファイル（households.csv）"),
        required=False,
        help_text=_("なければ、履歴から作ります。"),
    )
    mapping = mapping_field()
    reason = forms.CharField(label=_("取り込む理由"), max_length=300, help_text=REASON_HELP)

    def clean_mapping(self) -> UploadedFile | None:
        file: UploadedFile | None = self.cleaned_data["mapping"]
        if file and (file.size or 0) > LARGEST_MAPPING:
            raise forms.ValidationError(_("対応表が大きすぎます。200KBまでです。"))
        return file

    @property
    def tables(self) -> dict[str, UploadedFile]:
        return {table.name: file for table in TABLES if (file := self.cleaned_data.get(table.name))}


class SealsForm(KitForm):
    """The seals of one ward: a file of registrations, and their pictures in one archive."""

    ward = forms.ChoiceField(label=_("登録のある区"), help_text=_("担当する区だけを選べます。"))
    seals = forms.FileField(
        label=_("印鑑登録のファイル（seals.csv）"),
        help_text=_("宛名番号、登録印の文字、登録年月日、印鑑登録証番号、印影のファイル名。2万件まで。"),
    )
    images = forms.FileField(
        label=_("印影（ZIP）"),
        help_text=_("ファイルに書いた名前の画像（PNG、TIFF、JPEG）を一つにまとめます。"),
    )
    mapping = mapping_field()
    reason = forms.CharField(label=_("取り込む理由"), max_length=300, help_text=REASON_HELP)

    def __init__(self, *args: Any, wards: Iterable[Ward], **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["ward"].choices = [(ward.code, ward.name) for ward in wards]  # type: ignore[attr-defined]

    clean_mapping = LoadForm.clean_mapping

    @property
    def tables(self) -> dict[str, UploadedFile]:
        return {SEALS.name: self.cleaned_data["seals"]}


class ExtractForm(KitForm):
    wards = forms.MultipleChoiceField(
        label=_("書き出す区"), widget=forms.CheckboxSelectMultiple, help_text=_("担当する区だけを選べます。")
    )
    encoding = forms.ChoiceField(
        label=_("文字コード"),
        choices=[("utf-8", "UTF-8"), ("cp932", "CP932（Shift_JIS）")],
        help_text=_("CP932で表せない文字があるときは書き出さず、その行と列を一覧にします。"),
    )
    reason = forms.CharField(
        label=_("書き出す理由"),
        max_length=300,
        help_text=_("何のために使うかを書いてください。記録に残り、本人にも示します。"),
    )

    def __init__(self, *args: Any, wards: Iterable[Ward], **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["wards"].choices = [(ward.code, ward.name) for ward in wards]  # type: ignore[attr-defined]
