"""Standing requests not to accept: those of the city, filing one, withdrawing one."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from jichi.kernel.access.policy import may
from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import NotThere, Refusal
from jichi.kernel.clock.reading import today
from jichi.kernel.web.forms import Act, Stage, show_form, stage_of, tell

from ...actions.family.non_acceptance import (
    Request as BarRequest,
)
from ...actions.family.non_acceptance import (
    file_non_acceptance_request,
    withdraw_non_acceptance_request,
)
from ...forms.family.acting import BarForm, NoQuestions
from ...permissions import May
from ...queries.family_desk import member_with, names_now, request_with, requests_for, wards_of
from ...queries.family_sheets import records_now
from ...rules.family.kinds import family_kind
from .words import kind_text

MOST_SHOWN = 200


@never_cache
@login_required
def listing(request: Request) -> HttpResponse:
    rows = list(requests_for(request.actor)[:MOST_SHOWN])
    names = names_now([row.person_id for row in rows])
    shown = [
        {
            "filed": row,
            "kind": kind_text(family_kind(row.kind)),
            "name": names.get(row.person_id, row.person.number),
            "may_withdraw": may(request.actor, May.KEEP_FAMILY_REGISTER, row.scope),
        }
        for row in rows
    ]
    return render(request, "residents/family/bars.html", {"rows": shown})


@never_cache
@login_required
def file(request: Request, public_id: UUID) -> HttpResponse:
    member = member_with(request.actor, public_id)
    form = BarForm(request.POST or None, wards=wards_of(request.actor))
    if stage_of(request, form) is Stage.ACT:
        try:
            asked = BarRequest(person=member.person, **form.cleaned_data)
            file_non_acceptance_request(actor=request.actor, request=asked, on=today())
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, _("不受理の申出を受け付けました。"))
            return redirect("residents:family_bars")
    act = Act(
        title=_("不受理の申出を受け付ける"),
        button=_("受け付ける"),
        explains=_("本人が窓口に来て確認できないかぎり、この届出は受理できなくなります（戸籍法第27条の2）。"),
    )
    extra = {"name": records_now().get(member=member).name, "back": back_of(member.register.public_id)}
    return show_form(request, form, "residents/family/bar.html", extra, act=act)


def back_of(register: UUID) -> str:
    return reverse("residents:family_register", args=[register])


@never_cache
@login_required
def withdraw(request: Request, number: str) -> HttpResponse:
    filed = request_with(request.actor, number)
    if not may(request.actor, May.KEEP_FAMILY_REGISTER, filed.scope):
        raise NotThere
    form = NoQuestions({} if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            withdraw_non_acceptance_request(actor=request.actor, filed=filed, on=today())
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, _("不受理の申出を取り下げました。"))
            return redirect("residents:family_bars")
    name = names_now([filed.person_id]).get(filed.person_id, filed.person.number)
    extra = {"form": form, "filed": filed, "name": name, "kind": kind_text(family_kind(filed.kind))}
    return render(request, "residents/family/withdraw.html", extra)
