"""One clock: how its day was found, and the verbs that change it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from jichi.kernel.access.policy import may
from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.reading import today
from jichi.kernel.ledger.words import type_text
from jichi.kernel.web.forms import Act, Stage, show_form, stage_of, tell

from ..actions.extend_clock import extend_clock
from ..actions.pause_clock import pause_clock
from ..actions.resume_clock import resume_clock
from ..articles import page_of_value
from ..foreseen import foreseen
from ..forms import DayForm, ExtendForm, PauseForm, ResumeForm
from ..models import Deadline
from ..permissions import May
from ..queries import deadline_for, deadline_to_change
from ..shown import changes_allowed, history_of, steps_of


@require_GET
def page(request: Request, public_id: UUID) -> HttpResponse:
    actor = request.actor
    deadline = deadline_for(actor, public_id)
    context = {
        "deadline": deadline,
        "steps": steps_of(deadline),
        "history": history_of(deadline),
        "began": type_text(deadline.started_by.type),
        "law_url": page_of_value(deadline.law_key) if deadline.law_key else "",
        "changes": changes_allowed(actor, deadline, today()),
        # Who only watches the clock may not be somebody who reads the record it runs on.
        "opens": may(actor, May.OWE, deadline.scope),
    }
    return render(request, "deadlines/page.html", context)


def pause(request: Request, public_id: UUID) -> HttpResponse:
    """Ask for the day and the reason, say what it means, stop the clock."""
    deadline = deadline_to_change(request.actor, public_id, May.PAUSE_CLOCK)
    form = PauseForm(request.POST or None, today=today(), deadline=deadline)
    words = Act(
        title=_("期限を止める"),
        button=_("止める"),
        explains=_(
            "%(awaits)sを待つ間は、期限の日を数えません（%(basis)s）。届いたら、ここでまた動かします。"
        )
        % {"awaits": deadline.awaits, "basis": deadline.pause_basis},
    )
    return changed(request, deadline, form, words, pause_clock, _("期限を止めました。"))


def resume(request: Request, public_id: UUID) -> HttpResponse:
    deadline = deadline_to_change(request.actor, public_id, May.PAUSE_CLOCK)
    form = ResumeForm(request.POST or None, today=today(), deadline=deadline)
    words = Act(title=_("期限をまた動かす"), button=_("動かす"), explains=foreseen(deadline, form))
    return changed(request, deadline, form, words, resume_clock, _("期限がまた動き始めました。"))


def extend(request: Request, public_id: UUID) -> HttpResponse:
    deadline = deadline_to_change(request.actor, public_id, May.EXTEND_CLOCK)
    form = ExtendForm(request.POST or None, today=today(), deadline=deadline)
    words = Act(title=_("期限を延ばす"), button=_("延ばす"), explains=foreseen(deadline, form))
    return changed(request, deadline, form, words, extend_clock, _("期限を延ばしました。"))


def changed(
    request: Request, deadline: Deadline, form: DayForm, words: Act, verb: object, done: str
) -> HttpResponse:
    """The form, its question, or the act; then the clock with its new day."""
    if stage_of(request, form) is Stage.ACT:
        try:
            verb(actor=request.actor, deadline=deadline, **form.cleaned_data)  # type: ignore[operator]
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, done)
            return redirect("deadlines:page", deadline.public_id)
    act = None if form.errors else words
    return show_form(request, form, "deadlines/change.html", {"deadline": deadline, "words": words}, act=act)
