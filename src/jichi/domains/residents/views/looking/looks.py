"""Who looked at whose record and who searched: for auditors and chiefs."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django import forms
from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.names import title_in_words
from jichi.kernel.access.request import Request
from jichi.kernel.clock.reading import CITY_TIME, now
from jichi.kernel.web.forms import DayInput
from jichi.kernel.web.table import Column, FilterForm, Table, show_table

from ...models import PersonLook, RegisterSearch, Transfer
from ...queries import watching
from .words import kinds_text, sign_text, what_text, why_text

MOST_EXTRACTS = 200


def day_field() -> forms.DateField:
    return forms.DateField(label=gettext_lazy("日付"), required=False, widget=DayInput)


class DayFilter(FilterForm):
    on = day_field()

    def narrow(self, rows: QuerySet[PersonLook]) -> QuerySet[PersonLook]:
        day = self.cleaned_data["on"]
        return rows.filter(at__date=day) if day else rows


def clerk_name(row: PersonLook | RegisterSearch) -> str:
    by = row.looked_by if isinstance(row, PersonLook) else row.searched_by
    return str(by) if by else title_in_words(row.actor_title)


def role(row: PersonLook | RegisterSearch) -> str:
    return title_in_words(row.actor_title)


def office(row: PersonLook | RegisterSearch) -> str:
    return str(row.ward.name) if row.ward else ""


def look_columns(actor: Actor) -> list[Column]:
    return [
        Column(key="at", label=_("いつ"), sort="at", heading=True, whole=True),
        Column(key="clerk", label=_("見た人"), cell=clerk_name, link=clerk_link),
        Column(key="role", label=_("役割"), cell=role, whole=True),
        Column(key="ward", label=_("区"), cell=office, whole=True),
        Column(
            key="person",
            label=_("だれの記録（宛名番号）"),
            cell=lambda row: number_for(actor, row) or _("表示しない"),
            whole=True,
            link=lambda row: person_link(row) if number_for(actor, row) else "",
        ),
        Column(key="what", label=_("何を"), cell=lambda row: what_text(row.what), whole=True),
        Column(key="why", label=_("なぜ"), cell=lambda row: why_text(row.why)),
    ]


def number_for(actor: Actor, look: PersonLook) -> str:
    return look.person.number if watching.names_whom(actor, look) else ""


def person_link(look: PersonLook) -> str:
    return reverse("residents:looks_at_person", args=[look.person.public_id])


def clerk_link(look: PersonLook) -> str:
    return reverse("residents:looks_of_clerk", args=[look.looked_by.public_id]) if look.looked_by else ""


def search_columns() -> list[Column]:
    return [
        Column(key="at", label=_("いつ"), sort="at", heading=True),
        Column(key="clerk", label=_("探した人"), cell=clerk_name),
        Column(key="role", label=_("役割"), cell=role),
        Column(key="ward", label=_("区"), cell=office, whole=True),
        Column(key="kinds", label=_("何で"), cell=lambda row: kinds_text(row.kinds)),
        Column(key="found", label=_("見つかった人"), numeric=True),
        Column(key="why", label=_("なぜ"), cell=lambda row: why_text(row.why)),
    ]


def extract_line(row: Transfer) -> dict[str, object]:
    by = str(row.asked_by) if row.asked_by else ""
    ward = str(row.ward.name) if row.ward else _("全市")
    who = " ".join(each for each in (ward, title_in_words(row.actor_title), by) if each)
    return {"at": row.finished_at, "what": row.reason, "who": who, "basis": row.act}


@never_cache
@login_required
def page(request: Request) -> HttpResponseBase:
    return listed(request, watching.looks_for(request.actor), extra={"is_home": True})


@never_cache
@login_required
def at_person(request: Request, public_id: UUID) -> HttpResponseBase:
    extracts = watching.extracts_with_person(request.actor, public_id)[:MOST_EXTRACTS]
    person = watching.watched_person(request.actor, public_id)
    extra = {
        "is_person": True,
        "number": person.number if person else "",
        "extracts": [extract_line(each) for each in extracts],
    }
    return listed(request, watching.looks_at_person(request.actor, public_id), extra=extra)


@never_cache
@login_required
def by_clerk(request: Request, public_id: UUID) -> HttpResponseBase:
    return listed(request, watching.looks_by_clerk(request.actor, public_id))


@never_cache
@login_required
def protected(request: Request) -> HttpResponseBase:
    return listed(request, watching.protected_looks_for(request.actor), extra={"is_protected": True})


@never_cache
@login_required
def searches(request: Request) -> HttpResponseBase:
    rows = watching.searches_for(request.actor).order_by("-at", "-pk")
    return show(request, rows, search_columns(), what=str(_("住民の検索")), filename="searches")


@never_cache
@login_required
def unusual(request: Request) -> HttpResponseBase:
    """The looks of one day that somebody should ask about."""
    day = day_asked(request)
    alarms = [
        {
            "look": alarm.look,
            "who": clerk_name(alarm.look),
            "why": why_text(alarm.look.why),
            "signs": signs(alarm),
        }
        for alarm in watching.alarms_on(request.actor, day)
    ]
    return render(request, "residents/looking/unusual.html", {"day": day, "alarms": alarms})


def signs(alarm: watching.Alarm) -> list[str]:
    return [sign_text(sign) for sign in alarm.signs]


def day_asked(request: Request) -> date:
    try:
        return date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        return datetime.astimezone(now(), CITY_TIME).date()


def listed(
    request: Request, rows: QuerySet[PersonLook], *, extra: dict[str, object] | None = None
) -> HttpResponseBase:
    rows = rows.order_by("-at", "-pk")
    return show(
        request, rows, look_columns(request.actor), what=str(_("閲覧の記録")), filename="looks", extra=extra
    )


def show(
    request: Request,
    rows: QuerySet[PersonLook] | QuerySet[RegisterSearch],
    columns: Sequence[Column],
    *,
    what: str,
    filename: str,
    extra: dict[str, object] | None = None,
) -> HttpResponseBase:
    table = Table(what=what, rows=rows, columns=columns, filters=DayFilter, filename=filename)
    return show_table(request, table, "residents/looking/looks.html", {"title": what, **(extra or {})})
