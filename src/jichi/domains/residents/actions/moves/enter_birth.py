"""A child is born into a household (出生)."""

from dataclasses import replace
from datetime import date

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import Refusal

from ...models import Movement
from ...permissions import May
from ..writing import Change, Intake
from .carrying import carry_out
from .households import head_of, members
from .move_in import arrival, settled
from .order import Address, Order


class HouseholdMissing(Refusal):
    code = "residents.household_missing"
    message = _("子が入る世帯を選んでください。")


@action(needs=May.ENTER_MOVEMENT, within="intake")
def enter_birth(*, actor: Actor, intake: Intake, order: Order, on: date) -> Movement:
    """Put a child on the register from the day of birth, at the address of the household.

    Law: 住民基本台帳法第8条; 住民基本台帳法施行令第7条.
    Ledger: residents.register.kept
    Raises: HouseholdMissing; SomethingMissing; HeadIsThere; RelationshipMissing; OnlyOnAlienRegister; SentBefore.
    """
    return carry_out(intake, order, plan, verb="enter_birth", on=on)


def plan(intake: Intake, order: Order) -> list[Change]:
    head = head_of(members(order.household, intake.happened_on))
    if head is None or head.town is None:
        raise HouseholdMissing
    born = {
        "birth": intake.happened_on,
        "resident_since": intake.happened_on,
        "address_since": intake.happened_on,
    }
    home = Address(town=head.town, lot=head.lot, building=head.building)
    return settled(intake, replace(order, address=home), {**arrival(intake), **born})
