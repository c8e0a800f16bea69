"""One certificate: its paper, its receipt, and what may be done with it."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from jichi.kernel.access.policy import may
from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.reading import today
from jichi.kernel.web.forms import Act, Stage, show_form, stage_of, tell

from ...actions.destroy_certificate import destroy_certificate
from ...actions.hand_out_certificate import hand_out_certificate, see_the_protection
from ...actions.protected_attempt import watched
from ...actions.reissue_certificate import reissue_certificate
from ...actions.void_certificate import void_certificate
from ...forms.certificates import HandOutForm, ReissueForm, VoidForm
from ...models import Certificate
from ...permissions import May
from ...queries.certificates import certificate_to_end, certificate_with, issued_file
from ...queries.looks import standing_look
from ...rules.certificates.asked import Proofs
from ...rules.channels import Channel
from .receipt import receipt_of_page
from .words import facts_of, kind_text, step_text, steps_of


@never_cache
@login_required
def page(request: Request, number: str) -> HttpResponse:
    found = certificate_with(request.actor, number)
    return render(request, "residents/certificates/certificate.html", page_of(request, found))


def page_of(request: Request, found: Certificate) -> dict[str, Any]:
    return {
        "certificate": found,
        "title": kind_text(found),
        "state": step_text(found),
        "steps": steps_of(found),
        "facts": facts_of(found),
        **receipt_of_page(request.actor, found),
        "hand_out_form": HandOutForm() if found.channel == Channel.HOME else None,
        "may_hand_out": found.step == "issued",
        "may_end": found.stands and may(request.actor, May.VOID_CERTIFICATE, found.scope),
        "has_panel": True,
    }


@never_cache
@login_required
def paper(request: Request, number: str) -> HttpResponse:
    """The PDF, for who has said why they open this person's record."""
    found = certificate_with(request.actor, number)
    if standing_look(request.actor, found.person) is None:
        return redirect("residents:person", found.person.public_id)
    with watched(by=request.actor):
        see_the_protection(request.actor, found, today())
    headers = {"Content-Disposition": f'inline; filename="{found.number}.pdf"', "Cache-Control": "no-store"}
    return HttpResponse(issued_file(found), content_type="application/pdf", headers=headers)


@login_required
def hand_out(request: Request, number: str) -> HttpResponse:
    """The customer has the paper: on to the next one."""
    found = certificate_with(request.actor, number)
    form = HandOutForm(request.POST)
    if request.method == "POST" and form.is_valid():
        try:
            with watched(by=request.actor):
                proofs = Proofs(shown=tuple(form.cleaned_data["proofs"]))
                hand_out_certificate(actor=request.actor, certificate=found, on=today(), proofs=proofs)
        except Refusal as refusal:
            messages.error(request, str(refusal.message))
        else:
            messages.success(
                request, _("%(number)s を手渡しました。次の人を探せます。") % {"number": found.number}
            )
            return redirect("residents:search")
    return redirect("residents:certificate", number)


@login_required
def destroy(request: Request, number: str) -> HttpResponse:
    found = certificate_with(request.actor, number)
    if request.method == "POST":
        try:
            destroy_certificate(actor=request.actor, certificate=found, on=today())
        except Refusal as refusal:
            messages.error(request, str(refusal.message))
        else:
            messages.success(request, _("廃棄を記録しました。確認コードのページにも、無効と表示されます。"))
    return redirect("residents:certificate", number)


@never_cache
@login_required
def void(request: Request, number: str) -> HttpResponse:
    found = certificate_to_end(request.actor, number)
    form = VoidForm(request.POST or None)
    if stage_of(request, form) is Stage.ACT:
        try:
            void_certificate(actor=request.actor, certificate=found, on=today(), **form.cleaned_data)
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, _("証明書を無効にしました。確認コードのページにも、そう表示されます。"))
            return redirect("residents:certificate", number)
    act = Act(
        title=_("証明書を無効にする"), button=_("無効にする"), explains=_("もとに戻せません。"), danger=True
    )
    return show_form(
        request,
        form,
        "residents/certificates/ending.html",
        {"certificate": found, "title": act.title},
        act=act,
    )


@never_cache
@login_required
def reissue(request: Request, number: str) -> HttpResponse:
    found = certificate_to_end(request.actor, number)
    form = ReissueForm(request.POST or None)
    if stage_of(request, form) is Stage.ACT:
        try:
            with watched(by=request.actor):
                made = reissue_certificate(
                    actor=request.actor, certificate=found, on=today(), **form.cleaned_data
                )
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, _("作り直しました。もとの証明書は無効です。"))
            return redirect("residents:certificate", made.number)
    said = _("もとの証明書は無効になり、手数料はかかりません。")
    act = Act(title=_("証明書を作り直す"), button=_("作り直す"), explains=said, danger=True)
    return show_form(
        request,
        form,
        "residents/certificates/ending.html",
        {"certificate": found, "title": act.title},
        act=act,
    )
