"""Names, domiciles and relationships after a marriage, a divorce, an adoption or its end (婚姻, 離婚, 養子縁組, 養子離縁)."""

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
def change_family_ties(*, actor: Actor, intake: Intake, order: Order, on: date) -> Movement:
    """Write what a family register's change did to the records of those concerned.

    Law: 住民基本台帳法第8条; 住民基本台帳法施行令第9条.
    Ledger: residents.register.kept
    Raises: NotOnRegister; NotOfThisKind; SomethingMissing; HeadIsThere; NothingChanges; SentBefore.
    """
    return carry_out(intake, order, plan, verb="change_family_ties", on=on)
