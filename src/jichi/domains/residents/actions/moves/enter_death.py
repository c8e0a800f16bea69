"""Somebody has died (死亡)."""

from datetime import date

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action

from ...models import Movement
from ...permissions import May
from ..writing import Intake
from .carrying import carry_out
from .order import Order
from .removal import removed

plan = removed


@action(needs=May.ENTER_MOVEMENT, within="intake")
def enter_death(*, actor: Actor, intake: Intake, order: Order, on: date) -> Movement:
    """Remove the record of somebody who died; the household gets its next head.

    Law: 住民基本台帳法第8条; 住民基本台帳法施行令第8条.
    Ledger: residents.register.kept
    Raises: NotOnRegister; NextHeadMissing; RelationshipMissing; SentBefore.
    """
    return carry_out(intake, order, plan, verb="enter_death", on=on)
