"""Some members found a household of their own at the same address (世帯分離)."""

from dataclasses import replace
from datetime import date

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import Refusal

from ...models import Movement
from ...permissions import May
from ..writing import Change, Intake
from .carrying import carry_out, standing_records
from .households import household_of, members
from .order import Order
from .transfer import transferred


class NobodyStays(Refusal):
    code = "residents.nobody_stays"
    message = _("世帯の全員が選ばれています。分かれる人だけを選んでください。")


@action(needs=May.ENTER_MOVEMENT, within="intake")
def split_household(*, actor: Actor, intake: Intake, order: Order, on: date) -> Movement:
    """Give some members a household of their own; the others keep theirs, with the next head where the head goes.

    Law: 住民基本台帳法第25条.
    Ledger: residents.register.kept
    Raises: NobodyStays; OneHeadNeeded; NextHeadMissing; RelationshipMissing; LateWithoutReason; SentBefore.
    """
    return carry_out(intake, order, plan, verb="split_household", on=on)


def plan(intake: Intake, order: Order) -> list[Change]:
    home = household_of(standing_records(order, intake.happened_on))
    if {entry.person_id for entry in members(home, intake.happened_on)} <= order.keys:
        raise NobodyStays
    return transferred(intake, replace(order, household=None, address=None), to_new=True)
