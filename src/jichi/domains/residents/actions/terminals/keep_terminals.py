"""Register a machine that may ask for certificates on behalf of who stands before it, and end it."""

import secrets
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.roles import Scope
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.reading import now
from jichi.kernel.ledger.lock import lock
from jichi.kernel.places.models import Office, Ward

from ...models import Terminal
from ...permissions import May
from ...rules.channels import Channel
from ..act_numbers import next_act_number
from ..keeping import kept
from ..secrets import kept_of


class TerminalEnded(Refusal):
    code = "residents.terminal_ended"
    message = _("この端末は、もう使えなくしてあります。")


@dataclass(frozen=True, kw_only=True)
class NewTerminal:
    """A machine as it is registered; `refunds` says whether it may report that money was given back."""

    name: str
    channel: Channel
    ward: Ward
    office: Office | None = None
    refunds: bool = True
    is_demo: bool = False

    @property
    def scope(self) -> Scope:
        return Scope(ward=self.ward.code)


@action(needs=May.KEEP_TERMINALS, within="new")
def register_terminal(*, actor: Actor, new: NewTerminal) -> tuple[Terminal, str]:
    """Register a machine. Its token is answered once and kept nowhere.

    Ledger: residents.register.kept
    """
    token = secrets.token_urlsafe(32)
    terminal = Terminal.objects.create(
        name=new.name,
        channel=new.channel,
        ward=new.ward,
        office=new.office,
        digest=kept_of("terminal", token),
        scopes="issue refund" if new.refunds else "issue",
        made_at=now(),
        is_demo=new.is_demo,
    )
    keep(terminal, "register_terminal")
    return terminal, token


@action(needs=May.KEEP_TERMINALS, within="terminal")
def renew_token(*, actor: Actor, terminal: Terminal) -> str:
    """Give a machine another token; the former one opens nothing from now on.

    Ledger: residents.register.kept
    Raises: TerminalEnded.
    """
    held = held_terminal(terminal)
    token = secrets.token_urlsafe(32)
    held.digest = kept_of("terminal", token)
    held.save(update_fields=["digest"])
    keep(held, "renew_token")
    return token


@action(needs=May.KEEP_TERMINALS, within="terminal")
def end_terminal(*, actor: Actor, terminal: Terminal) -> Terminal:
    """Let a machine open nothing from now on.

    Ledger: residents.register.kept
    Raises: TerminalEnded.
    """
    held = held_terminal(terminal)
    held.ended_at = now()
    held.save(update_fields=["ended_at"])
    keep(held, "end_terminal")
    return held


def held_terminal(terminal: Terminal) -> Terminal:
    held = lock(Terminal.objects.filter(pk=terminal.pk)).get()
    if held.ended_at is not None:
        raise TerminalEnded
    return held


def keep(terminal: Terminal, verb: str) -> None:
    about = {"terminal": terminal.pk, "channel": terminal.channel, "name": terminal.name}
    kept(act=next_act_number(), ward=terminal.ward_id, verb=verb, about=about)
