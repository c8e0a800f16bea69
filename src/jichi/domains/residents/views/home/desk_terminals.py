"""The desk of machines: which channels stand still, which papers nobody saw come out, which machines there are."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.reading import today
from jichi.kernel.web.forms import Act, Stage, show_form, stage_of, tell

from ...actions.sessions.failing import refund_at_desk, settle_session
from ...actions.terminals.keep_terminals import end_terminal, register_terminal
from ...actions.terminals.stopping import resume_channel, stop_channel
from ...forms.terminals import StopForm, TerminalForm
from ...queries.home import desk as reads
from ...rules.channels import Channel
from .session_words import channel_lines, session_lines, stop_lines, terminal_lines


@login_required
@never_cache
def page(request: Request) -> HttpResponse:
    return render(request, "residents/home/desk/terminals.html", page_of(request))


def page_of(request: Request) -> dict[str, Any]:
    stops = list(reads.running_stops())
    return {
        "sessions": session_lines(reads.sessions_to_settle(request.actor)),
        "channels": channel_lines(today(), stops),
        "stops": stop_lines(stops),
        "terminals": terminal_lines(reads.terminals_at_work(request.actor)),
        "may_keep": reads.may_keep(request.actor),
    }


@login_required
@never_cache
def stop(request: Request) -> HttpResponse:
    """Stop a channel: one page, one reason, at once."""
    reads.gate_of_terminals(request.actor)
    form = StopForm(request.POST or None)
    if stage_of(request, form) is Stage.ACT:
        try:
            stop_channel(
                actor=request.actor, **{**form.cleaned_data, "channel": Channel(form.cleaned_data["channel"])}
            )
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, _("止めました。いまから、この方法では何も交付されません。"))
            return redirect("residents:terminals")
    act = Act(title=_("端末での交付を止める"), button=_("いますぐ止める"), danger=True)
    extra = {"title": act.title, "back": reverse("residents:terminals")}
    return show_form(request, form, "residents/home/desk/one_form.html", extra, act=act)


@login_required
@require_POST
def resume(request: Request, pk: int) -> HttpResponse:
    return done(request, _("動かしました。"), resume_channel, stop=reads.stop_with(request.actor, pk))


@login_required
@never_cache
def add(request: Request) -> HttpResponse:
    """Register a machine; its token is shown once."""
    reads.gate_of_terminals(request.actor)
    form = TerminalForm(request.POST or None, wards=reads.wards_to_keep(request.actor))
    if request.method == "POST" and form.is_valid():
        terminal, token = register_terminal(actor=request.actor, new=form.new())
        given = {"terminal": terminal, "token": token}
        return render(request, "residents/home/desk/token.html", given)
    extra = {"title": _("端末を登録する"), "back": reverse("residents:terminals")}
    return show_form(request, form, "residents/home/desk/one_form.html", extra)


@login_required
@require_POST
def end(request: Request, pk: int) -> HttpResponse:
    terminal = reads.terminal_with(request.actor, pk)
    return done(request, _("この端末を使えなくしました。"), end_terminal, terminal=terminal)


@login_required
@require_POST
def settle(request: Request, public_id: UUID, how: str) -> HttpResponse:
    """A paper of which nobody saw the end: it was handed over, or the money goes back."""
    session = reads.session_to_settle(request.actor, public_id)
    if how == "printed":
        return done(request, _("渡したものとして記録しました。"), settle_session, session=session)
    said = _("返金を記録し、証明書を無効にしました。")
    return done(request, said, refund_at_desk, session=session, on=today())


def done(request: Request, said: str, verb: Any, **named: Any) -> HttpResponse:
    try:
        verb(actor=request.actor, **named)
    except Refusal as refusal:
        messages.error(request, str(refusal.message))
    else:
        messages.success(request, said)
    return redirect("residents:terminals")
