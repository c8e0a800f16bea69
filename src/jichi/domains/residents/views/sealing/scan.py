"""The scan of the impression: uploaded, cleaned, and compared by the clerk before it counts."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import NotThere, Refusal
from jichi.kernel.clock.reading import today
from jichi.kernel.web.forms import show_form, tell

from ...actions.seals.keep_scan import alike, confirm_scan, keep_scan
from ...desk_forms.seals import ConfirmScanForm, ScanForm
from ...queries import seal_desk as reads
from ...queries.seal_desk import SealCase
from ...queries.seal_limits import limits_on
from .case import opened, page_of
from .words import picture_of, scan_of


def at_scanning(request: Request, public_id: UUID) -> SealCase:
    """Raises: NotThere for a registration that takes no scan, or not from this desk."""
    case = opened(request, public_id)
    if not case.may_act or not case.registration.is_open:
        raise NotThere
    return case


@login_required
def scan(request: Request, public_id: UUID) -> HttpResponse:
    """Take a scan in. Whatever is wrong with it, the application and what was read before stay as they are."""
    case = at_scanning(request, public_id)
    form = ScanForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid() and kept(request, case, form):
        return redirect("residents:seal_confirm", public_id)
    return show_form(request, form, "residents/seals/scan.html", page_of(case) | {"has_panel": False})


def kept(request: Request, case: SealCase, form: ScanForm) -> bool:
    from ...rules.impressions.cleaning import (
        Wish,
        cleaned,
    )  # who reads no scan does not wait for the image library
    from ...rules.impressions.scans import MEGABYTE, MOST_MEGABYTES

    typed = form.cleaned_data
    wish = Wish(dpi=typed["dpi"], frame_mm=typed["frame_mm"], upright=typed["upright"])
    data = typed["scan"].read(MOST_MEGABYTES * MEGABYTE + 1)
    try:
        impression = cleaned(data, wish, limits_on(case.registration.applied_on))
        keep_scan(actor=request.actor, registration=case.registration, impression=impression, on=today())
    except Refusal as refusal:
        form.add_error("scan", str(refusal.message))
        return False
    return True


@login_required
def confirm(request: Request, public_id: UUID) -> HttpResponse:
    """Before and after side by side, in true size, and what the household has registered."""
    case = at_scanning(request, public_id)
    if case.impression is None:
        return redirect("residents:seal_scan", public_id)
    form = ConfirmScanForm(request.POST or None, initial={"digest": case.impression.digest})
    if request.method == "POST" and form.is_valid() and confirmed(request, case, form):
        messages.success(request, _("印影を確かめました。"))
        return redirect("residents:seal", public_id)
    others = [picture_of(each) for each in alike(case.impression, reads.household_impressions(case, today()))]
    if not others:
        del form.fields["differs"]
    shown: dict[str, Any] = {"before": scan_of(case.impression), "others": others, "has_panel": False}
    return show_form(request, form, "residents/seals/confirm.html", page_of(case) | shown)


def confirmed(request: Request, case: SealCase, form: ConfirmScanForm) -> bool:
    typed = form.cleaned_data
    try:
        confirm_scan(
            actor=request.actor,
            registration=case.registration,
            digest=typed["digest"],
            differs=typed["differs"],
            on=today(),
        )
    except Refusal as refusal:
        tell(form, refusal)
        return False
    return True
