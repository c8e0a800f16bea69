"""The status, the period or the card of a foreign resident changes (在留資格などの変更)."""

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
def change_stay(*, actor: Actor, intake: Intake, order: Order, on: date) -> Movement:
    """Write what the Minister of Justice told of somebody's stay, or what a new card says.

    Law: 住民基本台帳法第8条, 第30条の50 (notice by the Minister of Justice).
    Ledger: residents.register.kept
    Raises: NotOnRegister; NotOfThisKind; SomethingMissing; HeadIsThere; NothingChanges; SentBefore.
    """
    return carry_out(intake, order, plan, verb="change_stay", on=on)
