"""行政サービス端末 in a browser: card, certificate, fee, paper; one screen for each, the same steps as over the API."""

import hashlib
from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from jichi.kernel.actions.refusal import NotThere, Refusal
from jichi.kernel.clock.reading import now, today
from jichi.kernel.web.forms import tell

from ...actions.sessions.choosing import choose_at_terminal, end_session, pay_at_terminal, stay_at_terminal
from ...actions.sessions.failing import report_failure, report_refund
from ...actions.sessions.open_session import NotOpened, Shown, open_session
from ...actions.sessions.printing import acknowledge_print, print_at_terminal
from ...actions.sessions.steps import MACHINE
from ...forms.kiosk import CardForm, ChoiceForm, TokenForm
from ...models import Terminal, TerminalSession
from ...queries.home.offers import offers_for
from ...queries.home.papers import paper_of
from ...rules.channels import Channel
from ...rules.failures import Failure
from . import kiosk_state as state
from .kiosk_words import screen_of, words_of

WARN_SECONDS = 30


@never_cache
def page(request: HttpRequest) -> HttpResponse:
    """The screen of the step that whoever stands here has reached."""
    terminal = state.terminal_here(request)
    if terminal is None:
        return set_up(request)
    session = state.session_here(request, terminal)
    if request.method == "POST":
        return acted(request, terminal, session)
    if session is None or is_over(session):
        return start(request, terminal)
    return screen(request, session)


def set_up(request: HttpRequest) -> HttpResponse:
    """A browser that is no machine yet: whoever sets it up types the token of one."""
    form = TokenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        response = redirect("residents:kiosk")
        state.remember_terminal(response, form.cleaned_data["token"])
        return response
    return render(request, "residents/home/kiosk/set_up.html", {"form": form})


def is_over(session: TerminalSession) -> bool:
    """Nobody stands here any more: the time is over, or it has come to its end and was left."""
    return session.step == "ended" or (session.step in ("menu", "chosen") and session.ends_at <= now())


def start(request: HttpRequest, terminal: Terminal, form: CardForm | None = None) -> HttpResponse:
    state.clear(request)
    given = {"form": form or CardForm(), "terminal": terminal, "key": uuid4(), "screen": "card"}
    status = 422 if form is not None else 200
    return render(request, "residents/home/kiosk/card.html", given, status=status)


def screen(request: HttpRequest, session: TerminalSession, **more: Any) -> HttpResponse:
    """One screen, which goes back to the first by itself when the time is over."""
    given: dict[str, Any] = {
        "session": session,
        "terminal": session.terminal,
        "key": uuid4(),
        "pays_here": session.terminal.is_demo,
        **words_of(session, state.paper_shown(request)),
        **more,
    }
    if session.step == "menu" and "form" not in given:
        given["form"] = ChoiceForm(offers=offers_here(session))
    status = 422 if "form" in more else 200
    response = render(request, f"residents/home/kiosk/{screen_of(session)}.html", given, status=status)
    response["Refresh"] = f"{seconds_left(session.ends_at)}; url={request.path}"
    return response


def seconds_left(ends_at: datetime) -> int:
    """Until the warning, and after it until the end; a screen that is looked at for ever goes back in a minute."""
    left = int((ends_at - now()).total_seconds())
    return max(left - WARN_SECONDS if left > WARN_SECONDS else left + 1, 5)


def offers_here(session: TerminalSession) -> list[Any]:
    offers = offers_for(session.person, channel=Channel.KIOSK, on=session.on)
    return [offer for offer in offers if offer.fee is not None]


def acted(request: HttpRequest, terminal: Terminal, session: TerminalSession | None) -> HttpResponse:
    """Take the step of the button that was pressed; what cannot be is said on the same screen."""
    act = request.POST.get("act", "")
    if act == "card":
        return begun(request, terminal)
    if session is None or act not in ACTS:
        return left(request)
    try:
        return ACTS[act](request, session)
    except Refusal as refusal:
        fresh = state.session_here(request, terminal)
        if fresh is None or is_over(fresh):
            return left(request)
        return screen(request, fresh, refusal=refusal)


def left(request: HttpRequest) -> HttpResponse:
    """Back to the first screen, in Japanese, with nothing left of whoever stood here."""
    state.clear(request)
    response = redirect("residents:kiosk")
    response.delete_cookie(settings.LANGUAGE_COOKIE_NAME)
    return response


def begun(request: HttpRequest, terminal: Terminal) -> HttpResponse:
    form = CardForm(request.POST)
    if not form.is_valid():
        return start(request, terminal, form)
    shown = Shown(**form.cleaned_data)
    step = state.step_here(request, terminal, "open", shown.card, shown.pin)
    try:
        opened = open_session(actor=MACHINE, step=step, shown=shown, on=today())
        if isinstance(opened, NotOpened):
            raise opened.refusal
    except Refusal as refusal:
        tell(form, refusal)
        return start(request, terminal, form)
    state.hold(request, opened.session, opened.secret)
    return redirect("residents:kiosk")


def chosen(request: HttpRequest, session: TerminalSession) -> HttpResponse:
    form = ChoiceForm(request.POST, offers=offers_here(session))
    if not form.is_valid():
        return screen(request, session, form=form)
    kind, options = form.cleaned_data["kind"], form.cleaned_data["options"]
    step = state.step_here(request, session.terminal, "choose", session.public_id, kind, sorted(options))
    try:
        choose_at_terminal(actor=MACHINE, step=step, session=session, kind=kind, options=options, on=today())
    except Refusal as refusal:
        tell(form, refusal)
        return screen(request, session, form=form)
    return redirect("residents:kiosk")


def paid(request: HttpRequest, session: TerminalSession) -> HttpResponse:
    """The coin box of the demo: elsewhere the machine's own tells the API."""
    if not session.terminal.is_demo:
        raise NotThere
    fee = session.fee or 0
    step = state.step_here(request, session.terminal, "pay", session.public_id, fee)
    pay_at_terminal(actor=MACHINE, step=step, session=session, yen=fee)
    return redirect("residents:kiosk")


def printed(request: HttpRequest, session: TerminalSession) -> HttpResponse:
    step = state.step_here(request, session.terminal, "print", session.public_id)
    print_at_terminal(actor=MACHINE, step=step, session=session)
    return redirect("residents:kiosk")


def taken(request: HttpRequest, session: TerminalSession) -> HttpResponse:
    """The paper is in the hand: the machine says which it printed."""
    digest = state.paper_shown(request)
    step = state.step_here(request, session.terminal, "acknowledge", session.public_id, digest)
    acknowledge_print(actor=MACHINE, step=step, session=session, sha256=digest)
    return redirect("residents:kiosk")


def failed(request: HttpRequest, session: TerminalSession) -> HttpResponse:
    """No paper came out. The money comes back where nothing was issued; else the desk looks into it first."""
    step = state.step_here(request, session.terminal, "fail", session.public_id)
    because = Failure.NOT_ISSUED if session.step == "paid" else Failure.PRINTER
    found = report_failure(actor=MACHINE, step=step, session=session, because=because)
    if not found.certificate:
        report_refund(actor=MACHINE, step=state.next_step(step, "refund"), session=found, on=today())
    return redirect("residents:kiosk")


def stayed(request: HttpRequest, session: TerminalSession) -> HttpResponse:
    step = state.step_here(request, session.terminal, "stay", session.public_id)
    stay_at_terminal(actor=MACHINE, step=step, session=session)
    return redirect("residents:kiosk")


def ended(request: HttpRequest, session: TerminalSession) -> HttpResponse:
    if session.step in ("menu", "chosen"):
        step = state.step_here(request, session.terminal, "end", session.public_id)
        end_session(actor=MACHINE, step=step, session=session)
    return left(request)


ACTS: dict[str, Callable[[HttpRequest, TerminalSession], HttpResponse]] = {
    "choose": chosen,
    "pay": paid,
    "print": printed,
    "taken": taken,
    "fail": failed,
    "stay": stayed,
    "end": ended,
}


@never_cache
def paper(request: HttpRequest) -> HttpResponse:
    """The PDF that this machine is to print; only it, and only until it is acknowledged."""
    terminal = state.terminal_here(request)
    session = state.session_here(request, terminal) if terminal else None
    if session is None:
        raise NotThere
    pdf = paper_of(session)
    state.note_paper(request, hashlib.sha256(pdf).hexdigest())
    return HttpResponse(pdf, content_type="application/pdf", headers={"Cache-Control": "no-store"})
