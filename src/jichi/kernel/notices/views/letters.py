"""Letters for whoever posts them: what waits, the batches, one batch."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.reading import today
from jichi.kernel.web.forms import Act, tell
from jichi.kernel.web.table import show_table

from ..actions.make_batch import make_batch
from ..actions.post_batch import erase_batch, post_batch, return_letter
from ..actions.print_batch import print_batch
from ..forms import ReasonForm
from ..permissions import May
from ..queries.outgoing import batch_for, batches, gate, letters_waiting
from ..tables import batches_table
from .asking import asked


@login_required
def home(request: Request) -> HttpResponseBase:
    gate(request.actor, May.POST_LETTERS)
    table = batches_table(batches(), request.actor)
    return show_table(request, table, "notices/letters/home.html", {"waiting": letters_waiting()})


@require_POST
@login_required
def make(request: Request) -> HttpResponse:
    gate(request.actor, May.POST_LETTERS)
    made = make_batch(actor=request.actor, on=today())
    messages.success(request, _("手紙の束を作りました。印刷してください。"))
    return redirect("notices:batch", made.year, made.number)


@login_required
def page(request: Request, year: int, number: int) -> HttpResponse:
    """A batch. Names and addresses stand on paper only: whoever prints is on the record."""
    batch = batch_for(request.actor, year, number)
    letters = batch.letters.order_by("position")
    form = ReasonForm(label_suffix="") if batch.copies else None
    given = {"batch": batch, "letters": letters, "form": form}
    return render(request, "notices/letters/batch.html", given)


@require_POST
@login_required
def printed(request: Request, year: int, number: int) -> HttpResponse:
    """The PDF, to which no link leads: each copy is asked for by a button, and counted."""
    batch = batch_for(request.actor, year, number)
    try:
        pdf = print_batch(actor=request.actor, batch=batch, because=request.POST.get("because", ""))
    except Refusal as refusal:
        form = ReasonForm(request.POST)
        form.is_valid()
        tell(form, refusal)
        given = {"batch": batch, "letters": batch.letters.order_by("position"), "form": form}
        return render(request, "notices/letters/batch.html", given, status=422)
    name = f"letters-{batch.label}.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)


@require_POST
@login_required
def posted(request: Request, year: int, number: int) -> HttpResponse:
    batch = batch_for(request.actor, year, number)
    title = _("手紙の束 %(number)s を発送したことを記録する") % {"number": batch.label}
    if question := asked(request, Act(title=title, button=_("発送したことを記録する"))):
        return question
    post_batch(actor=request.actor, batch=batch, on=today())
    messages.success(request, _("発送したことを記録しました。"))
    return redirect("notices:batch", year, number)


@require_POST
@login_required
def returned(request: Request, year: int, number: int, position: int) -> HttpResponse:
    batch = batch_for(request.actor, year, number)
    letter = get_object_or_404(batch.letters, position=position)
    title = _("手紙 %(number)s が戻ったことを記録する") % {"number": f"{batch.label}-{position}"}
    told = _("本人にお知らせし、住所が直るまでメールで送ります。")
    if question := asked(request, Act(title=title, button=_("戻ったことを記録する"), explains=told)):
        return question
    return_letter(actor=request.actor, letter=letter, on=today())
    messages.success(request, _("手紙が戻ったことを記録し、本人にお知らせしました。"))
    return redirect("notices:batch", year, number)


@require_POST
@login_required
def erased(request: Request, year: int, number: int) -> HttpResponse:
    batch = batch_for(request.actor, year, number)
    title = _("手紙の束 %(number)s の宛名を消す") % {"number": batch.label}
    told = _("消した内容は、もとに戻せません。")
    if question := asked(request, Act(title=title, button=_("宛名を消す"), explains=told, danger=True)):
        return question
    erase_batch(actor=request.actor, batch=batch, on=today())
    messages.success(request, _("この束の宛名を消しました。"))
    return redirect("notices:batch", year, number)
