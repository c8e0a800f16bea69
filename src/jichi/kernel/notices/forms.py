"""Forms of notices."""

from datetime import time
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from jichi.kernel.places.models import Bureau, Section, Ward
from jichi.kernel.web.forms import DayInput, KitForm
from jichi.kernel.web.table import FilterForm
from jichi.kernel.web.words import name_text, section_text

from .actions.public_notices import Words
from .models import PublicNotice, Sort, Way
from .rules.quiet import QUIET_FROM, QUIET_UNTIL
from .topics import TOPICS

POSTCODE = r"^〒?\s*[0-9０-９]{3}[-ー－‐]?[0-9０-９]{4}$"


def hours() -> list[tuple[str, str]]:
    return [(f"{hour:02d}:00", f"{hour}:00") for hour in range(24)]


class ChoiceForm(KitForm):
    way = forms.ChoiceField(
        label=_("受け取る方法"),
        choices=Way.choices,
        initial=Way.MAIL,
        widget=forms.RadioSelect,
        help_text=_(
            "どれを選んでも、このサイトの「お知らせ」には必ず載ります。郵便は、住所を登録した人にお送りします。"
        ),
    )
    quiet_from = forms.ChoiceField(
        label=_("この時刻から送らない"), choices=hours, initial=QUIET_FROM.strftime("%H:%M")
    )
    quiet_until = forms.ChoiceField(
        label=_("この時刻まで送らない"),
        choices=hours,
        initial=QUIET_UNTIL.strftime("%H:%M"),
        help_text=_("急ぎのお知らせは、この時間でも送ります。2つを同じ時刻にすると、いつでも送ります。"),
    )
    language = forms.ChoiceField(label=_("お知らせのことば"), choices=settings.LANGUAGES)
    topics = forms.MultipleChoiceField(
        label=_("知りたいテーマ"),
        required=False,
        choices=lambda: [(topic.name, topic.title) for topic in TOPICS.values()],
        widget=forms.CheckboxSelectMultiple,
    )
    wards = forms.MultipleChoiceField(
        label=_("知りたい区"),
        required=False,
        choices=lambda: [(ward.pk, name_text(ward)) for ward in Ward.objects.order_by("code")],
        widget=forms.CheckboxSelectMultiple,
    )

    @property
    def chosen(self) -> dict[str, Any]:
        return {
            "way": Way(self.cleaned_data["way"]),
            "quiet_from": time.fromisoformat(self.cleaned_data["quiet_from"]),
            "quiet_until": time.fromisoformat(self.cleaned_data["quiet_until"]),
        }


class AddressForm(KitForm):
    name = forms.CharField(label=_("宛名"), max_length=100)
    postcode = forms.RegexField(
        label=_("郵便番号"),
        regex=POSTCODE,
        max_length=10,
        help_text=_("例：210-8577"),
        error_messages={"invalid": _("郵便番号を7けたの数字で書いてください。")},
    )
    lines = forms.CharField(label=_("住所"), max_length=200, help_text=_("例：川崎市川崎区宮本町1番地"))
    building = forms.CharField(label=_("建物名・部屋番号"), max_length=100, required=False)

    def clean_postcode(self) -> str:
        return "".join(str(int(letter)) for letter in self.cleaned_data["postcode"] if letter.isdecimal())


class PublicNoticeForm(KitForm):
    sort = forms.ChoiceField(label=_("種類"), choices=Sort.choices)
    title = forms.CharField(label=_("題名"), max_length=200)
    text = forms.CharField(label=_("本文"), widget=forms.Textarea(attrs={"rows": 12}), max_length=20_000)
    basis = forms.CharField(
        label=_("根拠"), max_length=300, required=False, help_text=_("例：川崎市自治基本条例第6条")
    )
    section = forms.ModelChoiceField(
        label=_("担当の課"), queryset=Section.objects.none(), empty_label=_("選んでください")
    )
    until = forms.DateField(
        label=_("掲示の最後の日"),
        required=False,
        widget=DayInput,
        help_text=_("決まっていないときは、空けておきます。"),
    )
    subject = forms.CharField(
        label=_("関係する記録の番号"), max_length=20, required=False, help_text=_("例：11-0001-4")
    )

    def __init__(self, *args: Any, sections: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["section"]
        field.queryset = sections  # type: ignore[attr-defined]
        field.label_from_instance = section_text  # type: ignore[attr-defined]

    @property
    def words(self) -> Words:
        given = dict(self.cleaned_data)
        return Words(sort=Sort(given.pop("sort")), is_demo=settings.DEMO, **given)


class ReasonForm(KitForm):
    because = forms.CharField(
        label=_("理由"), max_length=300, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("記録に残ります。人の名前は書かないでください。"),
    )  # fmt: skip


class NothingForm(KitForm):
    """A step that needs no words."""


class ArchiveFilter(FilterForm):
    word = forms.CharField(label=_("題名か本文のことば"), required=False)
    sort = forms.ChoiceField(label=_("種類"), required=False, choices=[("", _("すべて")), *Sort.choices])
    year = forms.IntegerField(label=_("年（西暦）"), required=False, min_value=1900, max_value=2999)
    bureau = forms.ModelChoiceField(
        label=_("局・区役所"),
        required=False,
        queryset=Bureau.objects.order_by("name"),
        empty_label=_("すべて"),
    )
    on_board = forms.BooleanField(label=_("いま掲示しているものだけ"), required=False)

    def narrow(self, rows: Any) -> Any:
        asked = self.cleaned_data
        if asked["word"]:
            rows = rows.filter(title__icontains=asked["word"]) | rows.filter(text__icontains=asked["word"])
        limits = {"sort": asked["sort"], "year": asked["year"], "section__bureau": asked["bureau"]}
        rows = rows.filter(**{name: value for name, value in limits.items() if value})
        return rows.filter(step="posted") if asked["on_board"] else rows


def told_before(notice: PublicNotice) -> dict[str, Any]:
    """A draft as its form shows it."""
    names = ("sort", "title", "text", "basis", "section", "until", "subject")
    return {name: getattr(notice, name) for name in names}
