"""Somebody without a family register gets one (就籍)."""

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
def make_family_register(*, actor: Actor, intake: Intake, order: Order, on: date) -> Movement:
    """Write the domicile of somebody who had none.

    Law: 住民基本台帳法第8条; 住民基本台帳法施行令第9条.
    Ledger: residents.register.kept
    Raises: NotOnRegister; NotOfThisKind; SomethingMissing; HeadIsThere; NothingChanges; SentBefore.
    """
    return carry_out(intake, order, plan, verb="make_family_register", on=on)
