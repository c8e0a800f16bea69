"""A court has declared somebody missing (失踪宣告)."""

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
def enter_disappearance(*, actor: Actor, intake: Intake, order: Order, on: date) -> Movement:
    """Remove the record of somebody who counts as dead by a court's decision.

    Law: 住民基本台帳法第8条; 民法第30条, 第31条.
    Ledger: residents.register.kept
    Raises: NotOnRegister; NextHeadMissing; RelationshipMissing; SentBefore.
    """
    return carry_out(intake, order, plan, verb="enter_disappearance", on=on)
