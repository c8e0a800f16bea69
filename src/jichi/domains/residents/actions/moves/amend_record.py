"""A record is amended to what is so (修正)."""

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
def amend_record(*, actor: Actor, intake: Intake, order: Order, on: date) -> Movement:
    """Write items that came to be so without an event of their own.

    Law: 住民基本台帳法第8条.
    Ledger: residents.register.kept
    Raises: NotOnRegister; NotOfThisKind; SomethingMissing; HeadIsThere; NothingChanges; SentBefore.
    """
    return carry_out(intake, order, plan, verb="amend_record", on=on)
