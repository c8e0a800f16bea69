"""A movement was entered with a mistake: another one replaces it (異動の訂正)."""

from collections.abc import Sequence
from datetime import date

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action

from ...models import Movement
from ...permissions import May
from ..writing import Change, Intake, enter
from .carrying import due_for, households_touched, since_of, with_due_day
from .households import refuse_broken_households
from .refusals import NothingChanges
from .void_movement import ReasonMissing, refuse_unless_voidable


@action(needs=May.VOID_MOVEMENT, within="intake")
def correct_movement(*, actor: Actor, intake: Intake, changes: Sequence[Change], on: date) -> Movement:
    """Replace the movement that the intake voids by this one; every later day is reckoned again.

    The moment of receipt stays that of the first one, so that the order among the movements of a day stays too.

    Law: 住民基本台帳法第8条.
    Ledger: residents.register.kept
    Raises: ReasonMissing; NothingChanges; VoidedBefore; NeverVoided; HouseholdBroken; LateWithoutReason; SentBefore.
    """
    if not intake.note.strip():
        raise ReasonMissing(fields={"note": str(ReasonMissing.message)})
    wrong = intake.voids
    if wrong is None or not changes:
        raise NothingChanges
    refuse_unless_voidable(wrong)
    intake = with_due_day(intake, due_for(intake, changes), on=on)
    movement = enter(intake, changes, verb="correct_movement", basis=wrong.what.basis)
    refuse_broken_households(households_touched(movement), since_of(intake))
    return movement
