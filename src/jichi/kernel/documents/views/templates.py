"""The templates for staff: which are in use, whether they can be printed, and how they look with a sample."""

from django.http import HttpResponse
from django.shortcuts import render

from jichi.kernel.access.policy import may_somewhere
from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import NotThere

from ..checks import look_at_all, sample_of
from ..permissions import May
from ..render import BadTemplate
from ..templates import template_named


def only_staff(request: Request) -> None:
    """Raises: NotThere."""
    if not may_somewhere(request.actor, May.SEE_REGISTER):
        raise NotThere


def listing(request: Request) -> HttpResponse:
    only_staff(request)
    return render(request, "documents/templates.html", {"looked": look_at_all()})


def sample(request: Request, name: str) -> HttpResponse:
    """The template filled with made-up data, marked 見本; or the reason why it cannot be printed."""
    only_staff(request)
    try:
        template = template_named(name)
    except LookupError:
        raise NotThere from None
    try:
        pdf = sample_of(template)
    except BadTemplate as wrong:
        return render(
            request, "documents/bad_template.html", {"template": template, "fault": str(wrong)}, status=500
        )
    headers = {"Content-Disposition": f'inline; filename="{name}.pdf"'}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)
