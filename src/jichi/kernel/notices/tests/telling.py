"""An action of a domain that tells people something."""

from collections.abc import Callable
from typing import Any

from jichi.kernel.access.actor import machine
from jichi.kernel.access.roles import Role
from jichi.kernel.actions.action import action, record
from jichi.kernel.ledger.event import event
from jichi.kernel.tasks.permissions import May

CLERK = machine("clerk", Role.ADMINISTRATOR)


@event("notices.test.told")
class Told:
    what: str


@action(needs=May.SEE_TASKS)
def within_an_act(*, actor: Any, do: Callable[[], Any]) -> Any:
    record(Told(what="something"), stream="test")
    return do()


def acted(do: Callable[[], Any]) -> Any:
    """Run this inside an action."""
    return within_an_act(actor=CLERK, do=do)
