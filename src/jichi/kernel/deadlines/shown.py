"""A clock as pages show it: how its day was found, what happened to it, what may be done with it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.policy import may
from jichi.kernel.calendar import ClosedBecause, Rule, Unit

from .articles import CLOSED, page_of_article, page_of_value
from .models import COUNTING, Deadline, ReckoningStep
from .permissions import May
from .words import length_text, step_in_words
from .working_days import unsure


@dataclass(frozen=True, kw_only=True)
class ShownStep:
    """One step of a reckoning; `basis` is an article (`url` where it can be read) or the name of a closed day."""

    day: date
    words: str
    basis: str
    url: str
    unconfirmed: bool


def steps_of(deadline: Deadline) -> list[ShownStep]:
    """How the last day was found, in words, each step with its article; up to the pause that still runs."""
    steps = sorted(deadline.steps.all(), key=lambda step: step.position)
    if deadline.is_paused:
        steps = steps[: 1 + max(at for at, step in enumerate(steps) if step.rule_code == Rule.PAUSED)]
    return [shown(deadline, step) for step in steps]


def shown(deadline: Deadline, step: ReckoningStep) -> ShownStep:
    key = CLOSED.get(step.rule_code, "")  # type: ignore[call-overload]
    if step.basis == deadline.basis and deadline.law_key:
        key = deadline.law_key
    return ShownStep(
        day=step.day,
        words=step_in_words(step.rule_code),
        basis=step.basis or (_("閉庁日の定め") if key else ""),
        url=page_of_value(key) if key else page_of_article(step.basis),
        unconfirmed=step.rule_code in tuple(ClosedBecause) and unsure(step.day),
    )


def history_of(deadline: Deadline) -> list[dict[str, Any]]:
    """The pauses and extensions, the oldest first, with their reasons."""
    pauses = [
        {"at": each.paused_on, "what": pause_text(each), "who": each.because, "basis": deadline.pause_basis}
        for each in deadline.pauses.all()
    ]
    extensions = [
        {
            "at": each.extended_on,
            "what": _("%(length)s延ばした") % {"length": length_text(each.length, Unit(each.unit))},
            "who": each.because,
            "basis": deadline.extension_basis,
        }
        for each in deadline.extensions.all()
    ]
    return sorted([*pauses, *extensions], key=lambda entry: entry["at"])


def pause_text(pause: Any) -> str:
    if pause.resumed_on is None:
        return _("止めた（まだ動いていない）")
    days = (pause.resumed_on - pause.paused_on).days
    if days == 0:
        return _("止めて、その日のうちに動かした")
    return _("止めた（%(days)s日間は数えない）") % {"days": days}


def changes_allowed(actor: Actor, deadline: Deadline, on: date) -> dict[str, bool]:
    """Which changes the reader may make today: what the provision allows, and their role too."""
    counting = deadline.state in COUNTING
    pauses = may(actor, May.PAUSE_CLOCK, deadline.scope) and bool(deadline.pause_basis)
    left = deadline.extension_times - len(deadline.extensions.all())
    return {
        "pause": pauses and counting,
        "resume": pauses and deadline.is_paused,
        "extend": may(actor, May.EXTEND_CLOCK, deadline.scope)
        and counting
        and left > 0
        and on <= deadline.due_on,
    }
