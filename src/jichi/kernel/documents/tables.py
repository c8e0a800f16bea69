"""The register of issued documents as a list."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from jichi.kernel.web.table import Column, Table
from jichi.kernel.web.words import day_text, fiscal_year_text

from .forms import RegisterFilter
from .models import Document
from .words import kind_text, office_text, state_badge, state_text


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
        Column(key="title", label=_("件名"), sort="title"),
        Column(key="kind", label=_("種類"), cell=lambda row: kind_text(row.template), sort="template"),
        Column(key="year", label=_("年度"), cell=lambda row: fiscal_year_text(row.year), sort="year"),
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
