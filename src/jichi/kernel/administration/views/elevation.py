"""Roles on standby, taken for some hours."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jichi.kernel.access.names import place_name, role_name
from jichi.kernel.access.policy import may_somewhere
from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import NotThere, Refusal
from jichi.kernel.clock.reading import now
from jichi.kernel.web.forms import Act, Stage, show_form, stage_of, tell

from .. import queries
from ..actions.elevate import elevate
from ..actions.end_elevation import end_elevation
from ..forms import ElevationForm
from ..permissions import May


@login_required
def elevations(request: Request) -> HttpResponse:
    if not may_somewhere(request.actor, May.ELEVATE):
        raise NotThere
    at = now()
    running = list(queries.own_elevations(request.actor, at))
    taken = {(each.role, each.ward_id, each.bureau_id, each.section_id) for each in running}
    standbys = queries.own_standbys(request.actor, at)
    context = {
        "running": running,
        "standbys": [
            each
            for each in standbys
            if (each.role, each.ward_id, each.bureau_id, each.section_id) not in taken
        ],
    }
    return render(request, "administration/elevations.html", context)


@login_required
def start(request: Request, pk: int) -> HttpResponse:
    standby = queries.own_standby(request.actor, pk)
    form = ElevationForm(request.POST or None)
    if stage_of(request, form) is Stage.ACT:
        try:
            elevate(actor=request.actor, standby=standby, reason=form.cleaned_data["reason"], span=form.span)
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, _("一時的な権限を始めました。時間が来ると、自動で終わります。"))
            return redirect("administration:elevations")
    words = {"role": role_name(standby.role), "place": place_name(standby)}
    act = Act(
        title=_("「%(role)s（%(place)s）」を一時的に使う") % words,
        button=_("いまから使う"),
        explains=_("使ったことと理由は、記録に残ります。"),
    )
    back = reverse("administration:elevations")
    return show_form(request, form, "administration/act.html", {"back": back}, act=act)


@login_required
@require_POST
def end(request: Request, pk: int) -> HttpResponse:
    end_elevation(actor=request.actor, elevation=queries.own_elevation(request.actor, pk))
    messages.success(request, _("一時的な権限を終えました。"))
    return redirect("administration:elevations")
