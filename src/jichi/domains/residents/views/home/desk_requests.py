"""The desk of requests from home: what waits, one request, and what the office does with it."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.reading import today
from jichi.kernel.web.forms import Act, Stage, show_form, stage_of, tell
from jichi.kernel.web.table import Column, Table, show_table
from jichi.kernel.web.words import name_text

from ...actions.look_at_person import look_at_person
from ...actions.requests.collect_request import collect_request
from ...actions.requests.ending_requests import decline_request
from ...actions.requests.prepare_request import prepare_request
from ...forms.requests import CollectForm, DeclineForm
from ...models import CertificateRequest
from ...queries.home import desk as reads
from ...queries.home.words import kind_name, step_name
from ...queries.seeing import seen
from .certificate_words import request_facts, request_steps

WHY = gettext_noop("本人が自宅から申し込んだ証明書を用意するため")


@login_required
def listing(request: Request) -> HttpResponseBase:
    """What waits is on top: names stand on the single pages only."""
    rows = reads.requests_at_work(request.actor).order_by("-asked_at")
    table = Table(what=_("自宅からの申込み"), rows=rows, columns=columns(), filename="requests")
    return show_table(request, table, "residents/home/desk/requests.html")


def columns() -> list[Column]:
    return [
        Column(key="number", label=_("受付番号"), heading=True, whole=True, link=address),
        Column(key="kind", label=_("証明書"), cell=lambda row: kind_name(row.kind), sort="kind"),
        Column(
            key="office", label=_("受け取る場所"), cell=lambda row: name_text(row.office), sort="office__name"
        ),
        Column(key="step", label=_("段階"), cell=lambda row: step_name(row.step), sort="step"),
        Column(key="asked_on", label=_("申し込んだ日"), sort="asked_on"),
        Column(key="keep_until", label=_("取っておく期限"), sort="keep_until"),
    ]


def address(row: CertificateRequest) -> str:
    return reverse("residents:desk_request", args=[row.number])


@login_required
@never_cache
def page(request: Request, number: str) -> HttpResponse:
    found = reads.request_at_work(request.actor, number)
    return render(request, "residents/home/desk/request.html", page_of(request, found))


def page_of(request: Request, found: CertificateRequest) -> dict[str, Any]:
    """Whose request it is: the look is noted before the name is shown."""
    look_at_person(actor=request.actor, person=found.person, why=str(WHY), what="request")
    facts = seen(request.actor, found.person, today()).facts
    who = [{"label": _("申し込んだ人"), "value": f"{facts.name}（{facts.kana}）"}]
    return {
        "asked": found,
        "title": kind_name(found.kind),
        "step": step_name(found.step),
        "steps": request_steps(found),
        "facts": [*who, *request_facts(found)],
        "may_act": reads.may_act(request.actor, found),
        "has_panel": True,
    }


@login_required
@require_POST
def prepare(request: Request, number: str) -> HttpResponse:
    found = reads.request_at_work(request.actor, number)
    try:
        prepare_request(actor=request.actor, request=found, on=today())
    except Refusal as refusal:
        messages.error(request, str(refusal.message))
    else:
        messages.success(request, _("用意ができたことを、申し込んだ人に知らせました。"))
    return redirect("residents:desk_request", number)


@login_required
@never_cache
def decline(request: Request, number: str) -> HttpResponse:
    found = reads.request_at_work(request.actor, number)
    form = DeclineForm(request.POST or None)
    if stage_of(request, form) is Stage.ACT:
        try:
            decline_request(actor=request.actor, request=found, on=today(), **form.cleaned_data)
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, _("窓口で申し込むように、申し込んだ人に知らせました。"))
            return redirect("residents:desk_request", number)
    act = Act(title=_("用意できないと知らせる"), button=_("知らせる"), danger=True)
    extra = {"title": act.title, "back": address(found)}
    return show_form(request, form, "residents/home/desk/one_form.html", extra, act=act)


@login_required
@never_cache
def collect(request: Request, number: str) -> HttpResponse:
    """The person stands at the counter: see who it is, issue, hand over."""
    found = reads.request_at_work(request.actor, number)
    given = page_of(request, found)
    form = CollectForm(request.POST or None, of_seal=found.kind == "seal")
    if stage_of(request, form) is Stage.ACT:
        try:
            collect_request(actor=request.actor, request=found, on=today(), **form.cleaned_data)
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, _("証明書を発行し、本人に渡したことを記録しました。"))
            return redirect("residents:desk_request", number)
    act = Act(title=_("証明書を渡す"), button=_("発行して渡す"))
    return show_form(request, form, "residents/home/desk/collect.html", given, act=act)
