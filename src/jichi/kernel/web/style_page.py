"""The living style pages: every part of the kit on neutral content, shown on demo and debug sites only."""

from datetime import date, timedelta

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from . import style_content as content
from .forms import Act, AmountField, DayInput, KitForm, Stage, show_form, stage_of
from .table import Column, FilterForm, Table, show_table
from .wardmap import WardMap

DAY = date(2026, 11, 22)


class ExampleForm(KitForm):
    """One field of each kind."""

    name = forms.CharField(
        label=gettext_lazy("団体の名前"),
        help_text=gettext_lazy("規約にある名前を書いてください。"),
        max_length=60,
    )
    ward = forms.ChoiceField(label=gettext_lazy("区"), choices=content.WARD_CHOICES)
    kind = forms.ChoiceField(
        label=gettext_lazy("活動の種類"), choices=content.KINDS, widget=forms.RadioSelect
    )
    days = forms.MultipleChoiceField(
        label=gettext_lazy("連絡がとれる時間"),
        choices=content.TIMES,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    cost = AmountField(
        label=gettext_lazy("かかる費用"),
        unit="円",
        min_value=0,
        help_text=gettext_lazy("見積書の合計の額です。"),
    )
    day = forms.DateField(label=gettext_lazy("始める日"), widget=DayInput)
    text = forms.CharField(label=gettext_lazy("活動の内容"), widget=forms.Textarea, required=False)
    agreed = forms.BooleanField(label=gettext_lazy("名前と活動の種類を公開することに同意します"))


class ExampleFilter(FilterForm):
    word = forms.CharField(label=gettext_lazy("ことば"), required=False)
    ward = forms.ChoiceField(
        label=gettext_lazy("区"),
        choices=[("", gettext_lazy("すべての区")), *content.WARD_CHOICES],
        required=False,
    )

    def narrow(self, rows: list[content.Row]) -> list[content.Row]:
        word, ward = self.cleaned_data["word"], self.cleaned_data["ward"]
        return [row for row in rows if word in row.title and ward in ("", row.ward_code)]


def components(request: HttpRequest) -> HttpResponse:
    """Every partial once."""
    messages.success(request, _("計画を取り込みました。"))
    messages.warning(request, _("まだ確認されていない値が3件あります。"))
    return render(
        request,
        "kit/style/components.html",
        {"today": lambda: DAY, **content.parts(), "days": [DAY + timedelta(days=n) for n in (-2, 0, 3, 40)]},
    )


def list_page(request: HttpRequest) -> HttpResponseBase:
    table = Table(
        what=_("事業"),
        rows=content.rows(),
        columns=[
            Column(
                key="title",
                label=_("事業の名前"),
                sort="title",
                heading=True,
                link=lambda row: reverse("style:record"),
            ),
            Column(key="ward", label=_("区"), sort="ward_code"),
            Column(key="state", label=_("段階")),
            Column(key="budget", label=_("予算（円）"), sort="budget", numeric=True),
            Column(key="done_on", label=_("終わる日"), sort="done_on"),
        ],
        filters=ExampleFilter,
        filename="programmes",
        per_page=10,
    )
    return show_table(request, table, "kit/style/list.html")


def record_page(request: HttpRequest) -> HttpResponse:
    return render(request, "kit/style/record.html", {"today": lambda: DAY, **content.parts()})


def form_page(request: HttpRequest) -> HttpResponse:
    """Fill in, confirm, receipt."""
    form = ExampleForm(request.POST or None)
    if stage_of(request, form) is Stage.ACT:
        return render(
            request, "kit/style/receipt.html", {"reference": "12-0345-7", "by": DAY + timedelta(days=14)}
        )
    act = Act(
        title=_("活動の届け出"), button=_("届け出る"), explains=_("届け出ると、団体の名前が名簿にのります。")
    )
    return show_form(request, form, "kit/style/form.html", act=act)


def desk_page(request: HttpRequest) -> HttpResponse:
    extra = {
        "today": lambda: DAY,
        "has_panel": True,
        "due": DAY + timedelta(days=3),
        "late": DAY - timedelta(days=2),
    }
    return render(request, "kit/style/desk.html", {**content.parts(), **extra})


def charts_page(request: HttpRequest) -> HttpResponse:
    ward_map = WardMap(
        about=content.POPULATION,
        outlines=settings.CITY_FOLDER / "places" / "wards.geojson",
        url=lambda code: f"#{code}",
        values=content.PEOPLE,
        head=_("人口"),
    )
    return render(request, "kit/style/charts.html", {"charts": content.charts(), "map": ward_map})


def missing_page(request: HttpRequest) -> HttpResponse:
    raise Http404
