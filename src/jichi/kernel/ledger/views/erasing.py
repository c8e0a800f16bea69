"""The form that erases what an event says of a person."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import NotThere, Refusal
from jichi.kernel.web.forms import Act, Stage, show_form, stage_of, tell

from .. import queries
from ..actions.erase_clear_text import erase_clear_text
from ..forms import EraseForm
from ..models import Event


def event_to_erase(actor: Actor, digest: str) -> Event:
    """Raises: NotThere for whoever may not erase, and where nothing is left."""
    event = queries.event_with(digest)
    if event is None or not queries.may_erase(actor, event):
        raise NotThere
    return event


@login_required
def erase(request: Request, digest: str) -> HttpResponse:
    event = event_to_erase(request.actor, digest)
    form = EraseForm(request.POST or None, event=event)
    if stage_of(request, form) is Stage.ACT:
        try:
            erase_clear_text(actor=request.actor, event=event, **form.cleaned_data)
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, _("内容を消しました。約束値と封印はそのままです。"))
            return redirect("ledger:event", event.digest)
    act = Act(
        title=_("公開しない項目の内容を消す"),
        button=_("消す"),
        explains=_("消した内容は戻せません。記録の連なりと封印は、消した後も確かめられます。"),
        danger=True,
    )
    return show_form(request, form, "ledger/erase.html", {"event": event}, act=act)
