"""The register of issued documents as a list."""

from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jichi.kernel.clock.reading import today
from jichi.kernel.places.models import Bureau
from jichi.kernel.values.fiscal_year import FiscalYear
from jichi.kernel.web.table import Column, FilterForm, Table
from jichi.kernel.web.words import day_text, fiscal_year_text, name_text, section_text

from .models import Document
from .retention import no_longer_kept
from .templates import declared
from .words import KINDS, STATES, kind_text, listed_title, state_text


class RegisterFilter(FilterForm):
    year = forms.TypedChoiceField(label=gettext_lazy("年度"), coerce=int, empty_value=None, required=False)
    bureau = forms.ModelChoiceField(
        label=gettext_lazy("局・区役所"),
        queryset=Bureau.objects.none(),
        required=False,
        empty_label=gettext_lazy("すべて"),
    )
    state = forms.ChoiceField(
        label=gettext_lazy("状態"),
        choices=[
            ("", gettext_lazy("すべて")),
            *((code, gettext_lazy(name)) for code, name in STATES.items()),
        ],
        required=False,
    )
    template = forms.ChoiceField(label=gettext_lazy("種類"), required=False)
    kept = forms.ChoiceField(
        label=gettext_lazy("控え"),
        choices=[
            ("", gettext_lazy("すべて")),
            ("over", gettext_lazy("保存期間が過ぎたもの")),
            ("erased", gettext_lazy("消したもの")),
        ],
        required=False,
    )
    word = forms.CharField(label=gettext_lazy("文書番号・件名・受付番号"), max_length=60, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        years = Document.objects.values_list("year", flat=True).distinct().order_by("-year")
        self.fields["year"].choices = [  # type: ignore[attr-defined]
            ("", gettext_lazy("すべて")),
            *((year, fiscal_year_text(FiscalYear(year))) for year in years),
        ]
        self.fields["bureau"].queryset = Bureau.objects.order_by("name")  # type: ignore[attr-defined]
        kinds = [(each.name, each.title) for each in declared()]
        self.fields["template"].choices = [("", gettext_lazy("すべて")), *kinds]  # type: ignore[attr-defined]

    def narrow(self, rows: Any) -> Any:
        asked = self.cleaned_data
        exact = {
            "year": asked["year"],
            "bureau": asked["bureau"],
            "step": asked["state"],
            "template": asked["template"],
        }
        rows = rows.filter(**{name: value for name, value in exact.items() if value not in ("", None)})
        rows = rows.filter(keeping(asked["kept"]))
        return rows.filter(matching(asked["word"])) if asked["word"] else rows


def keeping(asked: str) -> Q:
    """By what became of the city's copy."""
    if asked == "over":
        return no_longer_kept(today())
    return Q(erased_on__isnull=False) if asked == "erased" else Q()


def matching(word: str) -> Q:
    """By number, record or title; a title that may name a person is not searched, for the word stands in the address."""
    return Q(number__icontains=word) | Q(record=word) | Q(title__icontains=word, is_public=True)


def office_text(document: Document) -> str:
    """The section with its bureau, or the bureau alone."""
    return section_text(document.section) if document.section else name_text(document.bureau)


def state_badge(document: Document) -> str:
    return format_html('<span class="badge {}">{}</span>', KINDS[document.step], state_text(document))


def document_url(document: Document) -> str:
    return reverse("documents:document", args=[document.pk])


def record_url(document: Document) -> str:
    return f"/r/{document.record}/" if document.record else ""


def register_table(rows: QuerySet[Document]) -> Table:
    return Table(
        what=_("発行した文書"),
        rows=rows,
        columns=[*name_columns(), *state_columns()],
        filters=RegisterFilter,
        filename="documents",
    )


def name_columns() -> list[Column]:
    return [
        Column(key="number", label=_("文書番号"), sort="serial", heading=True, link=document_url),
        Column(key="title", label=_("件名"), cell=listed_title, sort="shown_title"),
        Column(key="kind", label=_("種類"), cell=lambda row: kind_text(row.template), sort="template"),
        Column(key="year", label=_("年度"), cell=lambda row: FiscalYear(row.year).label, sort="year"),
        Column(key="office", label=_("発行した課"), cell=office_text, sort="bureau__name"),
    ]


def state_columns() -> list[Column]:
    return [
        Column(
            key="issued_on",
            label=_("発行日"),
            cell=lambda row: day_text(row.issued_on),
            sort="issued_on",
            export="issued_on",
        ),
        Column(key="state", label=_("状態"), cell=state_badge, sort="step", export=state_text),
        Column(key="record", label=_("受付番号"), sort="record", link=record_url),
        Column(key="signed", label=_("署名"), cell=signed, export=signed),
    ]


def signed(row: Any) -> str:
    return _("あり") if row.is_signed else _("なし")
