"""What a kiosk's browser holds: which machine it is (a cookie), and the session of whoever stands before it (on the server).

Nothing of a person is in an address, in a cookie or in what stays after the end.
"""

from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4, uuid5

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from jichi.kernel.actions.refusal import NotThere

from ...actions.secrets import kept_of
from ...actions.sessions.steps import Call, call, session_of
from ...models import Terminal, TerminalSession
from ...rules.channels import Channel

COOKIE, HELD = "kiosk", "kiosk"
ONE_YEAR = 365 * 24 * 60 * 60


def terminal_here(request: HttpRequest) -> Terminal | None:
    """The machine this browser is; on a demo city the demo's kiosk, wherever it is opened."""
    kiosks = Terminal.objects.select_related("ward", "office").filter(
        channel=Channel.KIOSK, ended_at__isnull=True
    )
    if token := request.COOKIES.get(COOKIE):
        return kiosks.filter(digest=kept_of("terminal", token)).first()
    return kiosks.filter(is_demo=True).order_by("pk").first() if settings.DEMO else None


def remember_terminal(response: HttpResponse, token: str) -> None:
    response.set_cookie(
        COOKIE,
        token,
        max_age=ONE_YEAR,
        httponly=True,
        samesite="Strict",
        secure=settings.SESSION_COOKIE_SECURE,
        path="/residents/kiosk/",
    )


def session_here(request: HttpRequest, terminal: Terminal) -> TerminalSession | None:
    """The session of whoever stands here; none where it is over or belongs to another machine."""
    held = request.session.get(HELD)
    if not held:
        return None
    try:
        return session_of(terminal, UUID(held["id"]), held["secret"])
    except NotThere:
        return None


def hold(request: HttpRequest, session: TerminalSession, secret: str) -> None:
    request.session[HELD] = {"id": str(session.public_id), "secret": secret}


def note_paper(request: HttpRequest, digest: str) -> None:
    """What was shown to be printed: only this can be acknowledged."""
    request.session[HELD] = {**request.session[HELD], "paper": digest}


def paper_shown(request: HttpRequest) -> str:
    held: dict[str, Any] = request.session.get(HELD) or {}
    return str(held.get("paper", ""))


def clear(request: HttpRequest) -> None:
    """Let nothing of whoever stood here stay in this browser."""
    request.session.pop(HELD, None)


def step_here(request: HttpRequest, terminal: Terminal, verb: str, *said: object) -> Call:
    """The step under the key of the form: a button pressed twice is one step."""
    return call(terminal, key_of(request.POST.get("key", "")), verb, {"said": said})


def next_step(step: Call, verb: str) -> Call:
    """The step that follows at once under the same button: pressed twice, both are taken once."""
    return replace(step, key=uuid5(step.key, verb), verb=verb)


def key_of(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        return uuid4()
