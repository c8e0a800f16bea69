"""Clocks for staff: the list, one clock with its reckoning, the calendar feed of a section."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from jichi.kernel.access.policy import may
from jichi.kernel.clock.reading import today

from .feed import calendar_of
from .permissions import May
from .queries import deadline_for, open_deadlines, overdue, section_for, seen_by
from .words import step_in_words


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    actor, on = request.actor, today()  # type: ignore[attr-defined]
    given = {"overdue": overdue(actor, on), "running": seen_by(actor).filter(due_on__gte=on)}
    return render(request, "deadlines/home.html", given)


@require_GET
def page(request: HttpRequest, public_id: UUID) -> HttpResponse:
    deadline = deadline_for(request.actor, public_id)  # type: ignore[attr-defined]
    steps = [
        {"day": step.day, "words": step_in_words(step.rule_code), "basis": step.basis}
        for step in sorted(deadline.steps.all(), key=lambda step: step.position)
    ]
    # Who only watches the clock may not be somebody who reads the record it runs on.
    opens = may(request.actor, May.OWE, deadline.scope)  # type: ignore[attr-defined]
    return render(request, "deadlines/page.html", {"deadline": deadline, "steps": steps, "opens": opens})


@require_GET
def feed(request: HttpRequest, code: str) -> HttpResponse:
    section = section_for(request.actor, code)  # type: ignore[attr-defined]
    owed = open_deadlines().filter(owner=section).select_related("started_by")
    return HttpResponse(calendar_of(str(section), owed), content_type="text/calendar; charset=utf-8")
