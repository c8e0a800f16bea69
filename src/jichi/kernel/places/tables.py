"""The lists of places."""

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jichi.kernel.clock.reading import today
from jichi.kernel.web.table import Column, FilterForm, Table
from jichi.kernel.web.words import name_text

from . import queries
from .models import Office, OfficeKind, Sourced, Town, Ward

STATES = {"open": gettext_lazy("開いている"), "closed": gettext_lazy("閉じた")}


def ward_url(code: str) -> str:
    return reverse("places:ward", args=[code])


def ward_choices() -> list[tuple[str, str]]:
    return [("", _("すべての区")), *((ward.code, name_text(ward)) for ward in Ward.objects.order_by("code"))]


def confidence(row: Sourced) -> str:
    """How sure a name is; what nobody has confirmed stands out."""
    label = row.get_confidence_display()
    return format_html('<span class="badge unconfirmed">{}</span>', label) if row.is_unconfirmed else label


class TownFilter(FilterForm):
    q = forms.CharField(label=gettext_lazy("町の名前"), required=False, max_length=60)
    ward = forms.ChoiceField(label=gettext_lazy("区"), choices=ward_choices, required=False)

    def narrow(self, rows: QuerySet[Town]) -> QuerySet[Town]:
        return queries.towns(ward=self.cleaned_data["ward"], word=self.cleaned_data["q"].strip())


class NameFilter(FilterForm):
    """Towns of one ward."""

    q = forms.CharField(label=gettext_lazy("町の名前"), required=False, max_length=60)

    def narrow(self, rows: QuerySet[Town]) -> QuerySet[Town]:
        return rows.filter(name__contains=self.cleaned_data["q"].strip())


class OfficeFilter(FilterForm):
    kind = forms.ChoiceField(
        label=gettext_lazy("種類"),
        choices=[("", gettext_lazy("すべての種類")), *OfficeKind.choices],
        required=False,
    )
    ward = forms.ChoiceField(label=gettext_lazy("区"), choices=ward_choices, required=False)
    state = forms.ChoiceField(
        label=gettext_lazy("状態"), choices=[("", gettext_lazy("すべて")), *STATES.items()], required=False
    )

    def narrow(self, rows: QuerySet[Office]) -> QuerySet[Office]:
        asked = self.cleaned_data
        found = queries.offices(ward=asked["ward"], kind=asked["kind"])
        is_open = queries.open_on(found, today())
        if asked["state"] == "closed":
            return found.exclude(pk__in=is_open.values("pk"))
        return is_open if asked["state"] == "open" else found


def town_columns() -> list[Column]:
    return [
        Column(key="name", label=_("町丁目"), sort="name", heading=True),
        Column(key="hamlet", label=_("小字")),
    ]


def ward_column() -> Column:
    return Column(
        key="ward",
        label=_("区"),
        cell=lambda row: name_text(row.ward),
        sort="ward__code",
        link=lambda row: ward_url(row.ward_id),
    )


def degree_columns() -> list[Column]:
    return [
        Column(key="latitude", label=_("緯度"), numeric=True),
        Column(key="longitude", label=_("経度"), numeric=True),
    ]


def town_table() -> Table:
    return Table(
        what=_("町丁目"),
        rows=queries.towns(),
        columns=[*town_columns(), ward_column(), *degree_columns()],
        filters=TownFilter,
        filename="towns",
    )


def town_table_of(ward: Ward) -> Table:
    return Table(
        what=_("%(ward)sの町丁目") % {"ward": name_text(ward)},
        rows=queries.towns(ward=ward.code),
        columns=[*town_columns(), *degree_columns()],
        filters=NameFilter,
        filename=f"towns-{ward.code}",
    )


def office_table() -> Table:
    return Table(
        what=_("窓口"),
        rows=queries.offices(),
        columns=office_columns(),
        filters=OfficeFilter,
        filename="offices",
    )


def office_columns() -> list[Column]:
    return [
        Column(key="name", label=_("窓口"), cell=name_text, sort="name", heading=True),
        Column(key="kind", label=_("種類"), cell=lambda office: office.get_kind_display(), sort="kind"),
        ward_column(),
        Column(key="closed_on", label=_("閉じた日"), sort="closed_on"),
        Column(key="note", label=_("備考")),
        Column(key="source", label=_("出典")),
        Column(key="confidence", label=_("確かさ"), cell=confidence, sort="confidence"),
    ]
