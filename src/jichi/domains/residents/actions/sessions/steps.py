"""Lead a session at a terminal from step to step; part of the verbs on sessions, not a verb of its own."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import machine
from jichi.kernel.access.roles import Role, Scope
from jichi.kernel.actions.refusal import NotThere, Refusal
from jichi.kernel.clock.reading import now
from jichi.kernel.ledger.lock import lock
from jichi.kernel.steps import WrongStep

from ...models import StepKey, Terminal, TerminalSession
from ...rules.session_times import FOR_STEP, MOST_STEPS_A_MINUTE
from ...states import SESSION
from ..act_numbers import next_act_number
from ..keeping import kept
from ..secrets import kept_of

# What a terminal does is done by the house on its behalf: it holds no role of its own.
MACHINE = machine("terminal", Role.REGISTRY_CLERK)


class SessionElsewhere(Refusal):
    """The session stands where this step is not possible; the sentence says what is."""

    code = "residents.session_elsewhere"


class SessionOver(Refusal):
    code = "residents.session_over"
    status = 410
    message = _("時間が過ぎたため、この手続きは終わりました。もう一度、はじめからお願いします。")


class KeyUsedOtherwise(Refusal):
    code = "residents.key_used_otherwise"
    status = 422
    message = _("この Idempotency-Key は、ほかの要求に使われています。新しい値を付けてください。")


class TooManySteps(Refusal):
    code = "residents.too_many_steps"
    status = 429
    message = _("要求が多すぎます。1分ほどおいてから、もう一度送ってください。")


@dataclass(frozen=True, kw_only=True)
class Call:
    """A step as a terminal asks for it: by which terminal, under which key, and the digest of what was asked."""

    terminal: Terminal
    key: UUID
    verb: str
    asked: str

    @property
    def scope(self) -> Scope:
        return self.terminal.scope


def call(terminal: Terminal, key: UUID, verb: str, said: Mapping[str, Any]) -> Call:
    told = json.dumps(dict(said), sort_keys=True, default=str, ensure_ascii=False)
    return Call(terminal=terminal, key=key, verb=verb, asked=kept_of("asked", told))


def taken_before(step: Call) -> StepKey | None:
    """This very step, if it was taken already. Its terminal is held: two at once are one after the other.

    Raises: KeyUsedOtherwise; TooManySteps.
    """
    lock(Terminal.objects.filter(pk=step.terminal.pk)).get()
    known = StepKey.objects.filter(terminal=step.terminal, key=step.key).select_related("session").first()
    if known is None:
        refuse_flood(step.terminal)
        return None
    if (known.verb, known.asked) != (step.verb, step.asked):
        raise KeyUsedOtherwise
    return known


def refuse_flood(terminal: Terminal) -> None:
    lately = StepKey.objects.filter(terminal=terminal, at__gt=now() - timedelta(minutes=1))
    if lately.count() >= MOST_STEPS_A_MINUTE:
        raise TooManySteps


def note(step: Call, session: TerminalSession | None) -> None:
    StepKey.objects.create(
        terminal=step.terminal, key=step.key, verb=step.verb, asked=step.asked, session=session, at=now()
    )


def session_of(terminal: Terminal, public_id: UUID, secret: str) -> TerminalSession:
    """The session, for the terminal that opened it and holds its key; for anybody else there is none.

    Raises: NotThere.
    """
    mine = TerminalSession.objects.filter(
        terminal=terminal, public_id=public_id, key=kept_of("session", secret)
    )
    if found := mine.select_related("person", "terminal").first():
        return found
    raise NotThere


def held_session(session: TerminalSession, move: str) -> TerminalSession:
    """The session as it stands now, held until the act ends, if this move is possible from there.

    Raises: SessionElsewhere.
    """
    lock(TerminalSession.objects.filter(pk=session.pk)).get()
    held = TerminalSession.objects.select_related("person", "terminal").get(pk=session.pk)
    step_after(held, move)
    return held


def again(step: Call, session: TerminalSession) -> TerminalSession:
    """The session as it stands, for a step that was taken already."""
    found = TerminalSession.objects.select_related("person", "terminal").get(pk=session.pk)
    tell_record(found, step.verb)
    return found


def step_after(session: TerminalSession, move: str) -> str:
    """Raises: SessionElsewhere; SessionOver."""
    try:
        return SESSION.after(session.step, move)
    except WrongStep as wrong:
        raise SessionElsewhere(wrong.said(translate=gettext, language=get_language() or "ja")) from None


def refuse_late(session: TerminalSession) -> None:
    if session.ends_at <= now():
        raise SessionOver


def lead(session: TerminalSession, move: str, **columns: object) -> None:
    """Take the move, write the columns that go with it, give the next step its time, and put it on the record."""
    at = now()
    session.step = step_after(session, move)
    ends = {"ends_at": at + FOR_STEP[session.step]} if session.step in FOR_STEP else {"ended_at": at}
    if session.step == "failed":
        ends = {}
    for name, value in (columns | ends).items():
        setattr(session, name, value)
    session.save(update_fields=["step", *columns, *ends])
    tell_record(session, move)


def tell_record(session: TerminalSession, move: str) -> None:
    about = {
        "person": session.person.number,
        "session": str(session.public_id),
        "terminal": session.terminal_id,
        "step": session.step,
        "certificate": session.certificate,
    }
    kept(act=next_act_number(), ward=session.terminal.ward_id, verb=f"{move}_at_terminal", about=about)
