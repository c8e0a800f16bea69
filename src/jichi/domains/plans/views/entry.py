"""One-screen entry of a programme's year."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from jichi.kernel.access.policy import may
from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.values.fiscal_year import FiscalYear
from jichi.kernel.web.forms import show_form

from ..actions.enter_year import enter_year, refuse_other_years
from ..actions.lost_update import ChangedMeanwhile, stamp
from ..desk_forms.telling import tell_all
from ..desk_forms.year import YearForm
from ..models import BudgetYear, Programme
from ..permissions import May
from ..queries.desk import actions_in, indicators_in, money_in, programme_for
from ..queries.entered import as_text, initial_of
from ..rules.execution import execution_rate, progress_of
from ..rules.suggestion import Measured, Suggestion, suggestion_of


def year(request: Request, reference: str, year: int) -> HttpResponse:
    """Money, indicators and planned actions of one year; what was typed stays when it is refused."""
    programme = programme_for(request.actor, reference, May.ENTER_YEAR)
    refuse_other_years(programme, year)
    form, money = form_for(request, programme, year)
    now = stamp(as_text(form.initial))
    seen = request.POST.get("seen", now)
    if request.method == "POST" and form.is_valid():
        try:
            enter_year(actor=request.actor, programme=programme, year=year, entry=form.entry(), seen=seen)
        except Refusal as refusal:
            tell_all(form, refusal)
            seen = now if isinstance(refusal, ChangedMeanwhile) else seen
        else:
            messages.success(request, _("%(year)s年度の入力を保存しました。") % {"year": year})
            return redirect("plans:desk_year", reference, year)
    extra = {
        **around(programme, year, form, money),
        "seen": seen,
        "may_describe": may(request.actor, May.DESCRIBE_PROGRAMME, programme.scope),
    }
    return show_form(request, form, "plans/desk/year.html", extra)


def form_for(request: Request, programme: Programme, year: int) -> tuple[YearForm, dict[int, BudgetYear]]:
    money, indicators = money_in(programme, year), indicators_in(programme, year)
    actions = actions_in(programme, year)
    initial = initial_of(money.get(year), indicators, actions, year)
    form = YearForm(request.POST or None, initial=initial, indicators=indicators, actions=actions, year=year)
    return form, money


def around(programme: Programme, year: int, form: YearForm, money: dict[int, BudgetYear]) -> dict[str, Any]:
    """What stands around the form: last year's money, and what the figures say so far."""
    now = money.get(year)
    return {
        "programme": programme,
        "year": FiscalYear(year),
        "before": FiscalYear(year - 1),
        "after": FiscalYear(year + 1),
        "last_money": money.get(year - 1),
        "is_demo": bool(now and now.is_demo),
        "rate": execution_rate(budget=now.budget, supplementary=now.supplementary, settlement=now.settlement)
        if now
        else None,
        "progress": progress_of(action.state for action in form.actions),
        "suggestion": suggestion_in(form, year),
        "sheet": programme.reviews.filter(round__year=year).first(),
        "years": years_of(programme),
        "has_panel": True,
    }


def years_of(programme: Programme) -> list[int]:
    """Every year of the plans that list the programme."""
    editions = {listing.edition for listing in programme.listings.select_related("edition")}
    return sorted({year for edition in editions for year in edition.years})


def suggestion_in(form: YearForm, year: int) -> Suggestion:
    """What the indicators that are saved say on their own."""
    return suggestion_of(
        Measured(
            name=indicator.name,
            target=row.target,
            actual=row.actual,
            more_is_better=indicator.more_is_better,
        )
        for indicator in form.indicators
        for row in indicator.near  # type: ignore[attr-defined]
        if row.year == year
    )
