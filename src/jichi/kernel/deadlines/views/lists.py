"""The clocks that the reader may see: as a list, and as a month."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.clock.reading import today

from ..models import State
from ..month import days_of
from ..queries import overdue, section_for, sections_of, seen_by
from ..rules.month import Month


@require_GET
def home(request: Request) -> HttpResponse:
    actor, on = request.actor, today()
    seen = seen_by(actor)
    context = {
        "overdue": overdue(actor, on),
        "running": seen.filter(due_on__gte=on).exclude(state=State.PAUSED),
        "paused": seen.filter(state=State.PAUSED),
    }
    return render(request, "deadlines/home.html", context)


@require_GET
def month(request: Request) -> HttpResponse:
    """One month of all sections that the reader sees, or of one."""
    on = today()
    asked = request.GET.get("month")
    shown = Month.read(asked) if asked else Month.of(on)
    if shown is None or not 1994 <= shown.year <= 9000:
        raise NotThere
    code = request.GET.get("section", "")
    section = section_for(request.actor, code) if code else None
    weeks = shown.weeks()
    ends = (
        seen_by(request.actor).filter(due_on__range=(weeks[0][0], weeks[-1][-1])).exclude(state=State.PAUSED)
    )
    context = {
        "month": shown,
        "section": section,
        "sections": sections_of(request.actor),
        "weeks": days_of(shown, ends.filter(owner=section) if section else ends, today=on),
    }
    return render(request, "deadlines/month.html", context)
