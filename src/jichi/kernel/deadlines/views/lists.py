"""The clocks that the reader may see: as a list, and as a month."""

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET

from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.clock.reading import today
from jichi.kernel.web.table import show_table

from ..models import State
from ..month import days_of
from ..queries import overdue, section_for, sections_of, seen_by
from ..rules.month import Month
from ..tables import clock_table


@require_GET
def home(request: Request) -> HttpResponseBase:
    """The clocks that the reader sees, the longest overdue first."""
    on = today()
    late = overdue(request.actor, on).count()
    return show_table(request, clock_table(request.actor, on), "deadlines/home.html", {"late": late})


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
