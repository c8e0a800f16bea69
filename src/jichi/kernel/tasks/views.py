"""The state of background work, for administrators."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from .actions.retry_job import retry_job
from .queries import job_for, overview


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    given = {"overview": overview(request.actor)}  # type: ignore[attr-defined]
    return render(request, "tasks/home.html", given)


@require_POST
def retry(request: HttpRequest, job: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    retry_job(actor=actor, job=job_for(actor, job))
    messages.success(request, _("もう一度実行するようにしました。"))
    return redirect("tasks:home")
