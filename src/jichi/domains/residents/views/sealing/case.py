"""One registration: what it is, what can be done, each act asked before it is done, and its letter."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import NotThere, Refusal
from jichi.kernel.clock.reading import today
from jichi.kernel.web.forms import Stage, show_form, stage_of, tell

from ...actions.look_at_person import look_at_person
from ...desk_forms.seals import SealActForm
from ...queries import seal_desk as reads
from ...queries.papers.seal_inquiry import inquiry_letter
from ...queries.seal_desk import SealCase
from .ways import open_ways
from .words import facts_of, history_of, person_facts, picture_of, step_kind, step_name, steps_of


def opened(request: Request, public_id: UUID) -> SealCase:
    """The registration with the record of its person; the look is noted before."""
    registration = reads.registration_with(request.actor, public_id)
    why = _("印鑑登録の手続（%(number)s）") % {"number": registration.number}
    look_at_person(actor=request.actor, person=registration.person, why=why, what="seal")
    return reads.case_of(request.actor, registration, today())


@login_required
def page(request: Request, public_id: UUID) -> HttpResponse:
    case = opened(request, public_id)
    return render(request, "residents/seals/case.html", page_of(case))


def page_of(case: SealCase) -> dict[str, Any]:
    registration = case.registration
    shown = {
        "seal": registration,
        "step": step_name(registration),
        "step_kind": step_kind(registration),
        "steps": steps_of(registration),
        "person_facts": person_facts(case.record),
        "hidden": case.is_hidden,
        "has_panel": True,
    }
    if case.is_hidden:
        return shown
    return shown | {
        "facts": facts_of(case),
        "impression": picture_of(case.impression) if case.impression else None,
        "is_confirmed": bool(case.impression and case.impression.confirmed_at),
        "may_scan": case.may_act and registration.is_open,
        "ways": open_ways(case, today()),
        "history": history_of(reads.acts_of(registration)),
        "is_late": registration.waits_for_answer
        and bool(registration.answer_due_on and registration.answer_due_on < today()),
    }


@login_required
def act(request: Request, public_id: UUID, name: str) -> HttpResponse:
    """One official act: asked, confirmed, done."""
    case = opened(request, public_id)
    way = open_ways(case, today()).get(name)
    if way is None:
        raise NotThere
    form = way.form(
        request.POST if request.method == "POST" else None,
        actor=request.actor,
        registration=case.registration,
    )
    if stage_of(request, form) is Stage.ACT and done(form):
        messages.success(request, str(way.done))
        return redirect("residents:seal", public_id)
    extra = page_of(case) | {"way": way, "has_panel": False}
    return show_form(request, form, "residents/seals/act.html", extra, act=None if form.errors else way)


def done(form: SealActForm) -> bool:
    try:
        form.act(on=today())
    except Refusal as refusal:
        tell(form, refusal)
        return False
    return True


@login_required
def letter(request: Request, public_id: UUID) -> HttpResponse:
    """The inquiry as a PDF; nothing of it stays in the browser's cache."""
    case = opened(request, public_id)
    if case.is_hidden:
        raise NotThere
    pdf = inquiry_letter(request.actor, case.registration)
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{case.registration.number}.pdf"'
    response["Cache-Control"] = "no-store"
    return response
