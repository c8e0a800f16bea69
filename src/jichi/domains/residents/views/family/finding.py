"""The family desk's first page: find a register, and the ways to notifications and standing requests."""

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.clock.reading import today

from ...actions.family.find_family_registers import (
    Terms,
    find_family_registers,
    look_at_family_register,
)
from ...forms.family.finding import FindForm
from ...queries.family import family_register_of, registers_ever
from ...queries.family_desk import MOST_FOUND, domiciles_now, let_in, notifications_for, register_with
from ...queries.seeing import person_with
from ...states import FAMILY_REGISTER
from .words import step_text

WAITING = ("received", "inquiry")


@never_cache
@login_required
def page(request: Request) -> HttpResponse:
    let_in(request.actor)
    form = FindForm(request.POST or None)
    waiting = notifications_for(request.actor).filter(step__in=WAITING).count()
    extra: dict[str, Any] = {"form": form, "waiting": waiting}
    if request.method == "POST" and form.is_valid():
        if chosen := request.POST.get("open"):
            return opened(request, chosen, form.why)
        extra |= found(request, form)
    return render(request, "residents/family/find.html", extra, status=422 if form.errors else 200)


def found(request: Request, form: FindForm) -> dict[str, Any]:
    given = form.cleaned_data
    terms = Terms(town=given["town"], lot=given["lot"], first=given["first"], name=given["name"])
    rows = find_family_registers(actor=request.actor, terms=terms, why=form.why)
    domiciles = domiciles_now([row.member.register_id for row in rows])
    shown = [
        {
            "register": row.member.register,
            "domicile": domiciles[row.member.register_id],
            "first": row.name,
            "step": step_text(FAMILY_REGISTER, row.member.register.step),
        }
        for row in rows
    ]
    return {"rows": shown, "searched": True, "is_more": len(rows) == MOST_FOUND, "most": MOST_FOUND}


def opened(request: Request, chosen: str, why: str) -> HttpResponse:
    try:
        register = register_with(request.actor, UUID(chosen))
    except ValueError as forged:
        raise NotThere from forged
    look_at_family_register(actor=request.actor, register=register, why=why)
    return redirect("residents:family_register", register.public_id)


@never_cache
@login_required
def of_person(request: Request, public_id: UUID) -> HttpResponse:
    """From a person's page to the register in which they are, or were last."""
    let_in(request.actor)
    person = person_with(request.actor, public_id)
    register = family_register_of(person, today()) or registers_ever(person).first()
    if register is None:
        return render(request, "residents/family/not_here.html", {"person": person})
    return redirect("residents:family_register", register.public_id)
