"""Pages with one small form about a programme: describe it, measure it, plan it, tie it."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.reading import today
from jichi.kernel.threads.kinds import LinkKind
from jichi.kernel.web.forms import show_form

from ..actions.define_indicator import define_indicator
from ..actions.describe_programme import describe_programme
from ..actions.enter_year import refuse_other_years
from ..actions.link_programme import link_programme
from ..actions.plan_actions import plan_actions
from ..desk_forms.programme import ActionsForm, DescribeForm, IndicatorForm, LinkForm, described
from ..desk_forms.telling import tell_all
from ..models import Programme
from ..permissions import May
from ..queries.desk import latest_round, programme_for, year_of_work

Form = forms.BaseForm


def describe(request: Request, reference: str) -> HttpResponse:
    programme = programme_for(request.actor, reference, May.DESCRIBE_PROGRAMME)
    form = DescribeForm(request.POST or None, initial=described(programme))

    def act() -> None:
        describe_programme(actor=request.actor, programme=programme, description=form.description())

    words = (_("事業の担当と分野"), _("保存する"), _("担当と分野を保存しました。"))
    return one_form(request, programme, form, act, words)


def indicator(request: Request, reference: str) -> HttpResponse:
    programme = programme_for(request.actor, reference, May.ENTER_YEAR)
    form = IndicatorForm(request.POST or None)

    def act() -> None:
        define_indicator(actor=request.actor, programme=programme, indicator=form.indicator())

    words = (_("指標を加える"), _("加える"), _("指標を加えました。"))
    return one_form(request, programme, form, act, words)


def actions(request: Request, reference: str, year: int) -> HttpResponse:
    programme = programme_for(request.actor, reference, May.ENTER_YEAR)
    refuse_other_years(programme, year)
    form = ActionsForm(request.POST or None)

    def act() -> None:
        plan_actions(actor=request.actor, programme=programme, year=year, texts=form.lines())

    title = _("%(year)s年度の取組を加える") % {"year": year}
    return one_form(request, programme, form, act, (title, _("加える"), _("取組を加えました。")), year)


def link(request: Request, reference: str) -> HttpResponse:
    programme = programme_for(request.actor, reference, May.LINK_PROGRAMME)
    form = LinkForm(request.POST or None)

    def act() -> None:
        typed = form.cleaned_data
        kind = LinkKind(typed["kind"])
        link_programme(
            actor=request.actor,
            programme=programme,
            kind=kind,
            reference=typed["reference"],
            note=typed["note"],
        )

    words = (_("ほかの記録とつなぐ"), _("つなぐ"), _("記録とつなぎました。"))
    return one_form(request, programme, form, act, words)


def one_form(
    request: Request,
    programme: Programme,
    form: Form,
    act: Callable[[], None],
    words: tuple[str, str, str],
    year: int | None = None,
) -> HttpResponse:
    """Fill in, act, and back to the programme's year; a refusal stands at its field."""
    title, button, done = words
    year = year or year_of_work(latest_round(), today())
    back = reverse("plans:desk_year", args=[programme.reference, year])
    if request.method == "POST" and form.is_valid():
        try:
            act()
        except Refusal as refusal:
            tell_all(form, refusal)
        else:
            messages.success(request, done)
            return redirect(back)
    extra: dict[str, Any] = {"programme": programme, "title": title, "button": button, "back": back}
    return show_form(request, form, "plans/desk/one_form.html", extra)
