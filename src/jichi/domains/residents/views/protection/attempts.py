"""Attempts on blocked records: who asked, where, and what the officer found out."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from jichi.kernel.access.names import title_in_words
from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.web.forms import Act, Stage, show_form, stage_of, tell

from ...actions.protection.settle_attempt import settle_attempt
from ...forms.protection import FoundForm
from ...models import ProtectedAttempt
from ...queries.protection_cases import attempt_with, attempts_for
from ..looking.words import what_text
from .channel_words import channel_text


@never_cache
@login_required
def page(request: Request) -> HttpResponse:
    rows = attempts_for(request.actor).order_by("-at", "-pk")[:200]
    extra = {
        "waiting": [shown(attempt) for attempt in rows if not attempt.settled_at],
        "settled": [shown(attempt) for attempt in rows if attempt.settled_at],
    }
    return render(request, "residents/protection/attempts.html", extra)


def shown(attempt: ProtectedAttempt) -> dict[str, ProtectedAttempt | str]:
    return {
        "attempt": attempt,
        "who": str(attempt.tried_by or title_in_words(attempt.actor_title)),
        "what": what_text(attempt.what),
        "channel": channel_text(attempt.channel),
    }


@never_cache
@login_required
def settle(request: Request, key: int) -> HttpResponse:
    attempt = attempt_with(request.actor, key)
    form = FoundForm(request.POST or None)
    if stage_of(request, form) is Stage.ACT:
        try:
            settle_attempt(actor=request.actor, attempt=attempt, **form.cleaned_data)
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, _("確認を記録しました。"))
            return redirect("residents:attempts")
    words = Act(title=_("確認を記録する"), button=_("記録する"))
    extra = {**shown(attempt), "back": reverse("residents:attempts")}
    return show_form(request, form, "residents/protection/settle.html", extra, act=words)
