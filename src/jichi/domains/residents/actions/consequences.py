"""What a movement brings with it: inside its own transaction, and foreseen before it is entered.

A subject (seals, protection, family registers, certificates) adds its function to one of the two lists when its module is
loaded (`apps.py`). `after_movement` functions act; `foreseen_by` functions only say what would come.
"""

from collections.abc import Callable, Iterable, Mapping

from ..models import Movement
from ..rules.consequences import Consequence, Foresight, certain_consequences
from ..rules.facts import Facts

Hook = Callable[[Movement, Mapping[int, Facts], Mapping[int, Facts]], None]
Seer = Callable[[Foresight], Iterable[Consequence]]
AFTER: list[Hook] = []
FORESEEN: list[Seer] = [certain_consequences]


def after_movement(hook: Hook) -> Hook:
    """Call the hook after every movement, in its transaction, with what held last of each person before and after it.

    People who were not on the register before are missing in `before`, those whose only movement was voided in `after`.
    """
    if hook not in AFTER:
        AFTER.append(hook)
    return hook


def foreseen_by(seer: Seer) -> Seer:
    """Ask the function what a movement would bring, whenever somebody is about to enter one. It writes nothing."""
    if seer not in FORESEEN:
        FORESEEN.append(seer)
    return seer


def bring_consequences(movement: Movement, before: Mapping[int, Facts], after: Mapping[int, Facts]) -> None:
    for hook in AFTER:
        hook(movement, before, after)


def foreseen(foresight: Foresight) -> list[Consequence]:
    """All that the house knows would come of a movement, each said once."""
    return list(dict.fromkeys(one for seer in FORESEEN for one in seer(foresight)))
