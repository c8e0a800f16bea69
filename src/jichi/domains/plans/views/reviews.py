"""The page of one sheet: write it while it is a draft, read it at every other step."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jichi.kernel.access.policy import may
from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import NotThere, Refusal

from ..actions.add_evidence import add_evidence
from ..actions.draft_review import draft_effort_review, draft_review, said_on
from ..actions.lost_update import ChangedMeanwhile, stamp
from ..actions.remove_evidence import remove_evidence
from ..desk_forms.review import EvidenceForm, SheetForm, bound_to_itself, form_of
from ..desk_forms.telling import tell_all
from ..models import Evidence, ProgrammeReview
from ..permissions import May
from ..queries.desk import review_for, review_two_for
from ..queries.sheets import Sheet
from .review_context import context_of


def page(request: Request, reference: str) -> HttpResponse:
    sheet = review_for(request.actor, reference)
    if request.method == "POST":
        return save(request, sheet)
    return show(request, sheet, form_of(sheet))


def show(
    request: Request,
    sheet: Sheet,
    form: SheetForm,
    evidence: EvidenceForm | None = None,
    *,
    status: int = 200,
    seen: str = "",
) -> HttpResponse:
    """The page; `seen` is what the writer saw when the form was opened, by default what stands there now."""
    writes = sheet.step == "draft" and may(request.actor, May.SUBMIT_REVIEW, sheet.scope)
    context: dict[str, Any] = {
        **context_of(request.actor, sheet, form),
        "writes": writes,
        "seen": seen or stamp(said_on(sheet)),
        "evidence_form": evidence or EvidenceForm(auto_id="evidence_%s"),
    }
    return render(request, "plans/desk/review.html", context, status=status)


def show_refused(request: Request, sheet: Sheet, refusal: Refusal) -> HttpResponse:
    """The sheet with what keeps it from going on, said at each field."""
    form = bound_to_itself(sheet)
    tell_all(form, refusal)
    return show(request, sheet, form, status=refusal.status)


def save(request: Request, sheet: Sheet) -> HttpResponse:
    """Keep the draft, then on to the question whether to submit it, where that was asked for."""
    form = form_of(sheet, request.POST)
    seen = request.POST.get("seen", "")
    if not form.is_valid():
        return show(request, sheet, form, status=422, seen=seen)
    verb = draft_review if isinstance(sheet, ProgrammeReview) else draft_effort_review
    try:
        verb(actor=request.actor, review=sheet, sheet=form.sheet(), seen=seen)  # type: ignore[arg-type]
    except ChangedMeanwhile as refusal:
        tell_all(form, refusal)
        return show(request, sheet, form, status=refusal.status)
    except Refusal as refusal:
        tell_all(form, refusal)
        return show(request, sheet, form, status=refusal.status, seen=seen)
    if "submit" in request.POST:
        return redirect("plans:desk_act", sheet.reference, "submit")
    messages.success(request, _("下書きを保存しました。まだ提出していません。"))
    return redirect("plans:desk_review", sheet.reference)


@require_POST
def evidence(request: Request, reference: str) -> HttpResponse:
    """Add a piece of evidence."""
    sheet = review_two_for(request.actor, reference)
    form = EvidenceForm(request.POST, auto_id="evidence_%s")
    if form.is_valid():
        try:
            add_evidence(actor=request.actor, review=sheet, evidence=form.evidence())
        except Refusal as refusal:
            tell_all(form, refusal)
        else:
            messages.success(request, _("根拠を加えました。"))
            return redirect("plans:desk_review", sheet.reference)
    return show(request, sheet, form_of(sheet), form, status=422)


@require_POST
def evidence_away(request: Request, reference: str, pk: int) -> HttpResponse:
    """Take a piece of evidence off the draft."""
    sheet = review_two_for(request.actor, reference)
    found = Evidence.objects.filter(pk=pk, review=sheet).first()
    if found is None:
        raise NotThere
    remove_evidence(actor=request.actor, review=sheet, evidence=found)
    messages.success(request, _("根拠「%(title)s」を外しました。") % {"title": found.title})
    return redirect("plans:desk_review", sheet.reference)
