"""Ask from home for a certificate, see where the request stands, take it back."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.reading import today
from jichi.kernel.web.forms import Act, Stage, show_form, stage_of, tell
from jichi.kernel.web.words import day_text

from ...actions.requests.ask_for_certificate import AskedBefore, ask_for_certificate
from ...actions.requests.ending_requests import withdraw_request
from ...forms.requests import RequestForm
from ...models import CertificateRequest, Person
from ...queries.home import own as reads
from ...queries.home.offers import offers_for
from ...queries.home.offices import next_openings, pickup_offices
from ...queries.home.words import fee_text, kind_name
from ...rules.channels import Channel
from .certificate_words import request_facts, request_steps
from .opening_words import opening_lines


@login_required
@never_cache
def ask(request: Request) -> HttpResponse:
    """Fill in, check, receipt. Where nothing is offered the page says so, and never why."""
    person, on = reads.own_person(request.actor), today()
    if person is None:
        return redirect("residents:me")
    offers = offers_for(person, channel=Channel.HOME, on=on)
    if not offers:
        return render(request, "residents/home/nothing_offered.html")
    form = RequestForm(request.POST or None, offers=offers, offices=pickup_offices(on))
    if stage_of(request, form) is Stage.ACT and (made := taken(request, person, form, on)):
        return render(request, "residents/home/receipt.html", request_page(made, on))
    act = Act(title=_("証明書を申し込む"), button=_("申し込む"), explains=before_sending(form, on))
    extra = {"unsure": any(offer.is_unconfirmed for offer in offers)}
    return show_form(request, form, "residents/home/ask.html", extra, act=None if form.errors else act)


def taken(request: Request, person: Person, form: RequestForm, on: date) -> CertificateRequest | None:
    """What this form has become; sent twice, it is one request."""
    try:
        return ask_for_certificate(actor=request.actor, wish=form.wish(), on=on)
    except AskedBefore:
        return CertificateRequest.objects.filter(person=person, ticket=form.cleaned_data["ticket"]).first()
    except Refusal as refusal:
        tell(form, refusal)
        return None


def before_sending(form: RequestForm, on: date) -> str:
    """The fee and the first day, before it is sent."""
    if not form.is_bound or not form.is_valid():
        return ""
    chosen = form.offers[form.cleaned_data["kind"]]
    openings = next_openings(form.cleaned_data["office"], on, count=1)
    first = day_text(openings[0].day, era=False) if openings else ""
    said = _("%(kind)sの手数料は%(fee)sで、受け取るときに窓口で払います。この窓口が次に開くのは%(day)sです。")
    return said % {"kind": kind_name(chosen.kind.code), "fee": fee_text(chosen.fee), "day": first}


def request_page(made: CertificateRequest, on: date) -> dict[str, Any]:
    return {
        "asked": made,
        "title": kind_name(made.kind),
        "facts": request_facts(made),
        "steps": request_steps(made),
        "openings": opening_lines(made.office, on) if made.is_open else [],
    }


@login_required
@never_cache
def page(request: Request, number: str) -> HttpResponse:
    found = reads.own_request(request.actor, number)
    return render(request, "residents/home/request.html", request_page(found, today()))


@login_required
@require_POST
def withdraw(request: Request, number: str) -> HttpResponse:
    found = reads.own_request(request.actor, number)
    try:
        withdraw_request(actor=request.actor, request=found, on=today())
    except Refusal as refusal:
        messages.error(request, str(refusal.message))
    else:
        messages.success(request, _("申込みを取り下げました。"))
    return redirect("residents:own_request", number)
