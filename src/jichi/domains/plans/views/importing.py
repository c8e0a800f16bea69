"""Take a plan in from the screen: choose a file, see what was read, confirm. Decide on proposed corrections."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jichi.kernel.access.policy import may
from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import NotThere, Refusal
from jichi.kernel.clock.reading import today
from jichi.kernel.web.forms import show_form

from ..actions.decide_correction import decide_correction
from ..actions.import_edition import Source, import_edition
from ..forms import ChapterForm, ConfirmedChapterForm, CorrectionForm
from ..models import Correction
from ..permissions import May


def import_page(request: Request) -> HttpResponse:
    """First the file, then what was read of it; only the confirmed chapter is taken in."""
    gate(request, May.IMPORT_PLAN)
    if "text" in request.POST:
        return take_in(request)
    form = ChapterForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        return preview(request, form)
    return show_form(request, form, "plans/import.html")


def preview(request: Request, form: ChapterForm) -> HttpResponse:
    reading, source = form.cleaned_data["file"]
    confirmed = ConfirmedChapterForm(initial={"name": source.name, "text": source.text})
    return render(
        request, "plans/import_preview.html", {"reading": reading, "source": source, "form": confirmed}
    )


def take_in(request: Request) -> HttpResponse:
    form = ConfirmedChapterForm(request.POST)
    if not form.is_valid():
        return show_form(request, ChapterForm(), "plans/import.html")
    source = Source(name=form.cleaned_data["name"], text=form.cleaned_data["text"])
    try:
        edition = import_edition(
            actor=request.actor,
            reading=form.reading,
            source=source,
            on=today(),
        )
    except Refusal as refusal:
        messages.error(request, str(refusal.message))
        return redirect("plans:import")
    messages.success(
        request, _("計画を取り込みました。計画番号は %(reference)s です。") % {"reference": edition.reference}
    )
    if edition.corrections.exists():
        return redirect("plans:corrections")
    return redirect("plans:edition", edition.reference)


def corrections(request: Request) -> HttpResponse:
    """Every proposed correction that waits for a person, with the words around it."""
    gate(request, May.CORRECT_TEXT)
    waiting = (
        Correction.objects.filter(state="proposed")
        .select_related("edition")
        .order_by("edition", "line", "column")
    )
    return render(request, "plans/corrections.html", {"faults": [shown(each) for each in waiting]})


def shown(fault: Correction) -> dict[str, object]:
    line = fault.edition.source_text.split("\n")[fault.line - 1]
    start = fault.column - 1
    return {
        "fault": fault,
        "before": strip_tags(line[:start])[-24:],
        "after": strip_tags(line[start + len(fault.read) :])[:24],
        "form": CorrectionForm(initial={"proposed": fault.proposed}, prefix=str(fault.pk)),
    }


@require_POST
def decide(request: Request, pk: int) -> HttpResponse:
    gate(request, May.CORRECT_TEXT)
    fault = get_object_or_404(Correction, pk=pk)
    form, decision = CorrectionForm(request.POST, prefix=str(pk)), request.POST.get("decision")
    if decision not in ("accept", "decline") or not form.is_valid():
        messages.error(request, _("直した後の文字は200字までです。まだ何も決めていません。"))
        return redirect("plans:corrections")
    accept, proposed = decision == "accept", form.cleaned_data["proposed"]
    try:
        decide_correction(actor=request.actor, correction=fault, accept=accept, on=today(), proposed=proposed)
    except Refusal as refusal:
        messages.error(request, str(refusal.message or next(iter(refusal.fields.values()))))
    else:
        messages.success(request, _("直しました。") if accept else _("このままにしました。"))
    return redirect("plans:corrections")


def gate(request: Request, permission: May) -> None:
    """What somebody may not do is not there for them."""
    if not may(request.actor, permission):
        raise NotThere
