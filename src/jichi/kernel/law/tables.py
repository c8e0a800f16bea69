"""The lists of legal values."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jichi.kernel.clock.reading import today
from jichi.kernel.web.forms import DayInput
from jichi.kernel.web.table import Column, FilterForm, Table
from jichi.kernel.web.words import day_text, name_text

from . import words
from .book import Listed, Standing
from .comparing import Difference, differences
from .plain import cell, plain_row
from .shelf import law

TO_CONFIRM = (Standing.UNCONFIRMED, Standing.UNSET)


def entry_url(row: Any) -> str:
    return reverse("law:entry", args=[row.entry.key])


def source_cell(source: str) -> str:
    """The provision; a page's address as a link to it."""
    if source.startswith("https://"):
        return format_html('<a class="law" href="{}">{}</a>', source, source.partition("://")[2])
    return source


def standing_cell(line: Listed) -> str:
    label = words.STANDINGS[line.standing]
    if line.standing in TO_CONFIRM:
        return format_html('<span class="badge unconfirmed">{}</span>', label)
    return str(label)


class LawFilter(FilterForm):
    """The day whose law is shown, another day to hold it against, and what to show of it."""

    on = forms.DateField(label=gettext_lazy("この日の定め"), widget=DayInput, required=False)
    against = forms.DateField(
        label=gettext_lazy("比べる日（違う値だけを示します）"), widget=DayInput, required=False
    )
    subject = forms.ChoiceField(
        label=gettext_lazy("分野"),
        choices=[("", gettext_lazy("すべての分野")), *words.SUBJECTS.items()],
        required=False,
    )
    standing = forms.ChoiceField(
        label=gettext_lazy("確かさ"),
        choices=[("", gettext_lazy("すべて")), *((each.value, words.STANDINGS[each]) for each in Standing)],
        required=False,
    )

    @property
    def day(self) -> date:
        return self.cleaned_data["on"] or today()

    def narrow(self, rows: object) -> list[Any]:
        asked = self.cleaned_data
        if asked["against"]:
            found: list[Any] = list(differences(law, on=self.day, against=asked["against"]))
        else:
            found = [
                line for line in law.everything(self.day) if asked["standing"] in ("", line.standing.value)
            ]
        prefix = f"{asked['subject']}." if asked["subject"] else ""
        return [line for line in found if line.entry.key.startswith(prefix)]


def law_table(on: date) -> Table:
    """Every value as it stands on a day, what nobody has confirmed first."""
    return Table(
        what=_("%(day)sの定め") % {"day": day_text(on)},
        rows=law.everything(on),
        columns=[*name_columns(), value_column(_("値"), lambda line: line.row), *row_columns()],
        filters=LawFilter,
        filename=f"law-{on.isoformat()}",
    )


def difference_table(on: date, against: date) -> Table:
    """What differs between two days."""
    return Table(
        what=_("%(on)sと%(against)sで違う定め") % {"on": day_text(on), "against": day_text(against)},
        rows=list(differences(law, on=on, against=against)),
        columns=[
            *name_columns(),
            value_column(day_text(on, era=False), lambda line: line.on, key="on"),
            value_column(day_text(against, era=False), lambda line: line.against, key="against"),
            Column(key="source", label=_("根拠"), cell=sources),
        ],
        filters=LawFilter,
        filename=f"law-{on.isoformat()}-{against.isoformat()}",
    )


def name_columns() -> list[Column]:
    return [
        Column(
            key="name",
            label=_("定め"),
            cell=lambda line: name_text(line.entry),
            sort="entry.key",
            heading=True,
            link=entry_url,
        ),
        Column(key="subject", label=_("分野"), cell=lambda line: words.subject_of(line.entry.key)),
    ]


def value_column(label: str, row: Callable[[Any], Any], *, key: str = "value") -> Column:
    return Column(
        key=key,
        label=label,
        cell=lambda line: words.row_text(line.entry, row(line)),
        export=lambda line: cell(plain_row(row(line))),
    )


def row_columns() -> list[Column]:
    return [
        Column(key="unit", label=_("単位"), cell=lambda line: words.unit_text(line.entry)),
        Column(key="since", label=_("始まり"), whole=True, cell=lambda line: line.row and line.row.since),
        Column(key="until", label=_("終わり"), whole=True, cell=lambda line: line.row and line.row.until),
        Column(key="source", label=_("根拠"), cell=lambda line: line.row and source_cell(line.row.source)),
        Column(key="standing", label=_("確かさ"), cell=standing_cell),
    ]


def sources(line: Difference) -> str:
    """The provision of the later of the two rows."""
    rows = [row for row in (line.on, line.against) if row is not None]
    return source_cell(max(rows, key=lambda row: row.since).source)
