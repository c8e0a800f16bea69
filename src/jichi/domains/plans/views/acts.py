"""The official acts on a sheet: asked on a page of their own, confirmed, and answered with a receipt."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import NotThere, Refusal
from jichi.kernel.clock.reading import today
from jichi.kernel.web.forms import Stage, show_form, stage_of

from ..desk_forms.review import EmptyForm, ReturnForm
from ..desk_forms.telling import tell_all
from ..permissions import May
from ..queries.desk import due_of, review_for
from ..queries.sheets import Sheet
from .reviews import show_refused
from .ways import Way, open_ways


def act(request: Request, reference: str, name: str) -> HttpResponse:
    """The question whether to do it, and after the answer the receipt."""
    sheet = review_for(request.actor, reference)
    way = open_ways(request.actor, sheet).get(name)
    if way is None:
        raise NotThere
    form = (ReturnForm if name == "return" else EmptyForm)(request.POST or None)
    if stage_of(request, form) is Stage.ACT:
        return done(request, sheet, way, form)
    return question(request, sheet, way, form)


def question(request: Request, sheet: Sheet, way: Way, form: Any) -> HttpResponse:
    extra = {"sheet": sheet, "way": way, "back": reverse("plans:desk_review", args=[sheet.reference])}
    return show_form(request, form, "plans/desk/act.html", extra, act=way if form.fields else None)


def done(request: Request, sheet: Sheet, way: Way, form: Any) -> HttpResponse:
    try:
        after = way.verb(actor=request.actor, review=sheet, on=today(), **form.cleaned_data)
    except Refusal as refusal:
        return refused(request, sheet, way, form, refusal)
    by = None if after.step == "published" else due_of(after)
    return render(request, "plans/desk/receipt.html", {"sheet": after, "way": way, "by": by})


def refused(request: Request, sheet: Sheet, way: Way, form: Any, refusal: Refusal) -> HttpResponse:
    """A sheet that is not ready goes back to its own page, with each sentence at its field."""
    if way.needs is May.SUBMIT_REVIEW:
        return show_refused(request, sheet, refusal)
    tell_all(form, refusal)
    return question(request, sheet, way, form)
