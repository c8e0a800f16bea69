"""The verb: one permission, one transaction, at least one event on the record."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from enum import StrEnum
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import transaction

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.policy import may, may_somewhere
from jichi.kernel.access.roles import CITYWIDE, Scope
from jichi.kernel.clock.reading import now
from jichi.kernel.ledger.append import append
from jichi.kernel.ledger.models import Event

from .refusal import LeftNoTrace, NotAllowed

P = ParamSpec("P")
R = TypeVar("R")


@dataclass
class Act:
    """An action that is running."""

    verb: str
    actor: Actor
    basis: str
    events: list[Event] = field(default_factory=list)


_acts: ContextVar[tuple[Act, ...]] = ContextVar("acts", default=())
_hooks: list[Callable[[Event], None]] = []
VERBS: dict[str, Callable[..., Any]] = {}


def action(
    *, needs: StrEnum, within: str | None = None, anywhere: bool = False, basis: str = ""
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Make a function a verb of the house.

    `needs` is the permission; `within` names the argument whose `scope` says whose business it is
    (without it the actor must hold the permission for the whole city; a verb on the actor's own things is
    allowed `anywhere`: holding the permission in some place is enough); `basis` is the provision.
    Nested actions join the outer transaction. Mail, files and reactions wait for commit.

    Raises: NotAllowed, before anything is read or written; LeftNoTrace when nothing was recorded.
    """

    def make(verb: Callable[P, R]) -> Callable[P, R]:
        @wraps(verb)
        def act(*args: P.args, **named: P.kwargs) -> R:
            actor = actor_of(verb, args, named)
            if not (anywhere and may_somewhere(actor, needs)):
                permit(actor, needs, scope_of(verb, named, within))
            with transaction.atomic():
                return traced(verb, Act(verb=verb.__name__, actor=actor, basis=basis), named)

        # For the generated reference of verbs.
        act.needs, act.within, act.basis = needs, within, basis  # type: ignore[attr-defined]
        VERBS[f"{verb.__module__}.{verb.__name__}"] = act
        return act

    return make


def actor_of(verb: Callable[..., Any], args: tuple[Any, ...], named: dict[str, Any]) -> Actor:
    actor = named.get("actor")
    if args or actor is None:
        raise TypeError(f"{verb.__name__} is called with keywords only, and with an actor.")
    return actor


def scope_of(verb: Callable[..., Any], named: dict[str, Any], within: str | None) -> Scope:
    if within is None:
        return CITYWIDE
    if within not in named:
        raise TypeError(f"{verb.__name__} is called without {within}, which says whose business it is.")
    return named[within].scope


def permit(actor: Actor, permission: StrEnum, within: Scope = CITYWIDE) -> None:
    """Refuse unless the actor may do this to a record of that scope."""
    if not may(actor, permission, within):
        raise NotAllowed


def traced(verb: Callable[..., R], act: Act, named: dict[str, Any]) -> R:
    token = _acts.set((*_acts.get(), act))
    try:
        result = verb(**named)
    finally:
        _acts.reset(token)
    if not act.events:
        raise LeftNoTrace(f"{act.verb} changed the city and left no trace on the record.")
    # Only now: events of an inner act that is refused are rolled back, and must not vouch for the outer one.
    if outer := _acts.get():
        outer[-1].events.extend(act.events)
    return result


def record(happened: Any, *, stream: str, basis: str = "") -> Event:
    """Put an event on the record of the running action; `basis` narrows the action's own."""
    act = acting()
    written = append(happened, stream=stream, actor=act.actor.title, basis=basis or act.basis, at=now())
    act.events.append(written)
    for hook in _hooks:
        hook(written)
    return written


def acting() -> Act:
    """The running action. The kernel's engines that write rows for a domain ask for it first.

    Raises: LeftNoTrace when no action runs.
    """
    if not (acts := _acts.get()):
        raise LeftNoTrace("Only an action writes.")
    return acts[-1]


def after_recording(hook: Callable[[Event], None]) -> None:
    """Call the hook with every recorded event, in the event's own transaction. For rooms above, at start."""
    if hook not in _hooks:
        _hooks.append(hook)
