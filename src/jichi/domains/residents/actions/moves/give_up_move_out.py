"""People who announced that they leave stay after all (転出の取りやめ)."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action

from ...models import Movement
from ...permissions import May
from ...rules.words import Standing
from ..writing import Intake, enter
from .announce_move_out import change_of_head_with
from .carrying import households_touched
from .confirm_move_out import NotLeaving, announcements
from .households import refuse_broken_households


@action(needs=May.ENTER_MOVEMENT, within="intake")
def give_up_move_out(*, actor: Actor, intake: Intake, announced: Movement, on: date) -> Movement:
    """Void the announcement, and the change of head that was written with it: the records stand as before.

    Law: 住民基本台帳法第8条.
    Ledger: residents.register.kept, once more where a change of head is voided with it
    Raises: NotLeaving; SentBefore.
    """
    refuse_unless_leaving(announced)
    if change := change_of_head_with(announced):
        enter(replace(intake, kind="voided", voids=change, ticket=uuid4()), [], verb="give_up_move_out")
    movement = enter(replace(intake, kind="voided", voids=announced), [], verb="give_up_move_out")
    refuse_broken_households(households_touched(movement), announced.happened_on)
    return movement


def refuse_unless_leaving(announced: Movement) -> None:
    rows = announced.entries.filter(superseded_at=None)
    leaving = rows.filter(until=None, standing=Standing.LEAVING)
    if (
        announced.kind != "moving_out"
        or not rows
        or len(leaving) != len(rows)
        or not announcements(list(leaving))
    ):
        raise NotLeaving
