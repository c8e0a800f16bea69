"""An error in writing is corrected (誤記訂正)."""

from datetime import date

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action

from ...models import Movement
from ...permissions import May
from ..writing import Intake
from .carrying import carry_out
from .items import items_written
from .order import Order

plan = items_written


@action(needs=May.ENTER_MOVEMENT, within="intake")
def correct_error(*, actor: Actor, intake: Intake, order: Order, on: date) -> Movement:
    """Write items as they always should have been; the record before stays readable as it was believed.

    Law: 住民基本台帳法第8条.
    Ledger: residents.register.kept
    Raises: NotOnRegister; NotOfThisKind; SomethingMissing; HeadIsThere; NothingChanges; SentBefore.
    """
    return carry_out(intake, order, plan, verb="correct_error", on=on)
