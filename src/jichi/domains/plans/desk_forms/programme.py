"""Small forms about a programme: its owner, its indicators, its plans for a year, its ties."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jichi.kernel.places.models import Section, Ward
from jichi.kernel.threads.kinds import LinkKind
from jichi.kernel.web.forms import KitForm

from ..actions.define_indicator import NewIndicator
from ..actions.describe_programme import Description
from ..actions.link_programme import FROM_PROGRAMME, TO_PROGRAMME
from ..models import CharterPrinciple, Field, Programme

TIES = {
    LinkKind.CARRIED_OUT_BY: _("この記録（声・審議の結論など）を、この事業が実施する"),
    LinkKind.BASED_ON: _("この事業は、この条例・規則にもとづく"),
    LinkKind.CONCERNS: _("この事業は、この施設などを対象とする"),
    LinkKind.BUDGETED_IN: _("この事業に、この予算がついた"),
    LinkKind.RESULTED_IN: _("この事業の結果が、この記録である"),
}


class DescribeForm(KitForm):
    """Owner, wards, fields, 重点 and charter principle."""

    section = forms.ModelChoiceField(
        label=_("担当の課"),
        queryset=Section.objects.none(),
        required=False,
        empty_label=_("まだ決まっていない"),
    )
    wards = forms.ModelMultipleChoiceField(
        label=_("対象の区"),
        queryset=Ward.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("区をかぎらない事業は、どれも選ばないでください。"),
    )
    fields_of_policy = forms.ModelMultipleChoiceField(
        label=_("分野"), queryset=Field.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )
    is_priority = forms.BooleanField(label=_("重点事業である"), required=False)
    charter_principle = forms.ChoiceField(
        label=_("自治基本条例の原則"),
        required=False,
        choices=[("", _("とくになし")), *CharterPrinciple.choices],
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        owners = Section.objects.select_related("bureau").order_by("bureau__name", "name")
        self.fields["section"].queryset = owners  # type: ignore[attr-defined]
        self.fields["wards"].queryset = Ward.objects.order_by("code")  # type: ignore[attr-defined]
        self.fields["fields_of_policy"].queryset = Field.objects.order_by("code")  # type: ignore[attr-defined]

    def description(self) -> Description:
        typed = self.cleaned_data
        return Description(
            section=typed["section"],
            wards=tuple(typed["wards"]),
            fields=tuple(typed["fields_of_policy"]),
            is_priority=typed["is_priority"],
            charter_principle=typed["charter_principle"],
        )


def described(programme: Programme) -> dict[str, Any]:
    return {
        "section": programme.section,
        "wards": [ward.pk for ward in programme.wards.all()],
        "fields_of_policy": [field.pk for field in programme.fields.all()],
        "is_priority": programme.is_priority,
        "charter_principle": programme.charter_principle,
    }


class IndicatorForm(KitForm):
    """A quantity by which the programme is measured."""

    name = forms.CharField(label=_("指標の名前"), max_length=120, help_text=_("例：区民会議の傍聴者数"))
    unit = forms.CharField(label=_("単位"), max_length=20, help_text=_("例：人、件、％"))
    source = forms.CharField(
        label=_("出典"),
        max_length=300,
        help_text=_("どこで測った数か（統計、調査、台帳など）を書いてください。"),
    )
    baseline = forms.DecimalField(label=_("基準の値"), max_digits=16, decimal_places=2, required=False)
    baseline_year = forms.IntegerField(label=_("基準の年度"), required=False, min_value=1947, max_value=2200)
    more_is_better = forms.TypedChoiceField(
        label=_("よい向き"),
        choices=[("1", _("多いほどよい")), ("0", _("少ないほどよい"))],
        coerce=lambda value: value == "1",
        widget=forms.RadioSelect,
        initial="1",
    )

    def indicator(self) -> NewIndicator:
        return NewIndicator(**self.cleaned_data)


class ActionsForm(KitForm):
    """Planned actions, one a line."""

    texts = forms.CharField(
        label=_("予定する取組"), widget=forms.Textarea, help_text=_("1行に1つずつ書いてください。")
    )

    def lines(self) -> list[str]:
        return self.cleaned_data["texts"].splitlines()


class LinkForm(KitForm):
    """A record by its number, and how the programme belongs with it."""

    kind = forms.ChoiceField(
        label=_("つなぎ方"),
        choices=[(kind.value, TIES[kind]) for kind in (*TO_PROGRAMME, *FROM_PROGRAMME)],
        widget=forms.RadioSelect,
    )
    reference = forms.CharField(
        label=_("記録の番号"), max_length=20, help_text=_("例：19-0001-9。数字だけでも入力できます。")
    )
    note = forms.CharField(label=_("説明"), max_length=300, required=False)
