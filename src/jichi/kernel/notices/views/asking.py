"""Ask before what cannot be undone: a button's POST is answered by "is this right?", and only that page acts."""

from django.http import HttpResponse

from jichi.kernel.access.request import Request
from jichi.kernel.web.forms import Act, Stage, show_form, stage_of

from ..forms import NothingForm


def asked(request: Request, act: Act) -> HttpResponse | None:
    """The page that asks; None once the person has said yes."""
    form = NothingForm(request.POST)
    if stage_of(request, form) is Stage.ACT:
        return None
    return show_form(request, form, "notices/public/form.html", act=act)
