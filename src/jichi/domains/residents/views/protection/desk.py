"""The protection desk: what waits, and all cases that hide somebody."""

from django.contrib.auth.decorators import login_required
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from jichi.kernel.access.request import Request
from jichi.kernel.clock.reading import today
from jichi.kernel.web.table import Column, Table, show_table

from ...models import ProtectionCase
from ...queries.protection_cases import (
    attempts_for,
    blocking_cases,
    names_of,
    to_renew,
    waiting_for_decision,
)
from ...states import PROTECTION


@never_cache
@login_required
def page(request: Request) -> HttpResponseBase:
    cases = blocking_cases(request.actor)
    waiting, ending = list(waiting_for_decision(request.actor)), list(to_renew(request.actor, today()))
    names = names_of(request.actor, [*cases], today())
    table = Table(what=_("支援措置"), rows=cases, columns=columns(names), filename="cases")
    extra = {
        "waiting": [
            {"case": case, "name": names.get(case.pk, ""), "step": step_of(case)} for case in waiting
        ],
        "ending": [
            {
                "case": case,
                "name": names.get(case.pk, ""),
                "late": bool(case.ends_on and case.ends_on < today()),
            }
            for case in ending
        ],
        "attempts": attempts_for(request.actor).filter(settled_at__isnull=True).count(),
    }
    return show_table(request, table, "residents/protection/desk.html", extra)


def columns(names: dict[int, str]) -> list[Column]:
    return [
        Column(
            key="number",
            label=_("番号"),
            heading=True,
            whole=True,
            link=lambda row: reverse("residents:protection", args=[row.public_id]),
        ),
        Column(key="name", label=_("申出者"), cell=lambda row: names.get(row.pk, "")),
        Column(key="step", label=_("段階"), cell=step_of),
        Column(key="people", label=_("保護する人（人）"), numeric=True),
        Column(key="applied_on", label=_("申出の日"), sort="applied_on", whole=True),
        Column(key="ends_on", label=_("期間の終わり"), sort="ends_on", whole=True),
        Column(key="ward", label=_("区"), cell="ward.name"),
    ]


def step_of(case: ProtectionCase) -> str:
    return _(PROTECTION.step(case.step).name)
