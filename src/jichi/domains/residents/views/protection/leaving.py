"""Letting one person leave a case: propose, confirm, or turn down."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import NotThere, Refusal
from jichi.kernel.clock.reading import today
from jichi.kernel.web.forms import Stage, show_form, stage_of, tell

from ...models import CoveredPerson
from ...queries.protection_cases import covering_with, people_of
from .case import said_by
from .leaving_ways import Way, ways_of


@never_cache
@login_required
def page(request: Request, public_id: UUID, person: UUID, name: str) -> HttpResponse:
    covering = covering_with(request.actor, public_id, person)
    way = ways_of(request.actor, covering).get(name)
    if way is None:
        raise NotThere
    form = way.form(request.POST or None)
    back = reverse("residents:protection", args=[public_id])
    if stage_of(request, form) is Stage.ACT and acted(request, covering, way, form):
        messages.success(request, _("記録しました：%(act)s") % {"act": way.title})
        return redirect(back)
    extra = {
        "case": covering.case,
        "way": way,
        "back": back,
        "who": name_of(request, covering),
        "because": covering.leaving_because,
    }
    return show_form(request, form, "residents/protection/act.html", extra, act=way)


def acted(request: Request, covering: CoveredPerson, way: Way, form: Any) -> bool:
    try:
        way.verb(actor=request.actor, covering=covering, on=today(), **said_by(form))
    except Refusal as refusal:
        tell(form, refusal)
        return False
    return True


def name_of(request: Request, covering: CoveredPerson) -> str:
    people = people_of(request.actor, covering.case, today())
    return next((seen.facts.name for each, seen in people if each.pk == covering.pk), "")
