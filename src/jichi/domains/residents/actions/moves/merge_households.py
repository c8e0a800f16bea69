"""A household becomes part of another at the same address (世帯合併)."""

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
from .refusals import AddressesDiffer
from .transfer import transferred


class OtherHouseholdMissing(Refusal):
    code = "residents.other_household_missing"
    message = _("合併する先の世帯を選んでください。")


class SomebodyLeftOut(Refusal):
    code = "residents.somebody_left_out"
    message = _(
        "世帯合併では、世帯の全員が移ります。一部の人だけが移るときは、世帯構成変更を選んでください（住民基本台帳法第25条）。"
    )


@action(needs=May.ENTER_MOVEMENT, within="intake")
def merge_households(*, actor: Actor, intake: Intake, order: Order, on: date) -> Movement:
    """Seat all members of one household in another, each with the relationship to its head.

    Law: 住民基本台帳法第25条.
    Ledger: residents.register.kept
    Raises: OtherHouseholdMissing; SomebodyLeftOut; AddressesDiffer; HeadIsThere; RelationshipMissing;
    LateWithoutReason; SentBefore.
    """
    return carry_out(intake, order, plan, verb="merge_households", on=on)


def plan(intake: Intake, order: Order) -> list[Change]:
    refuse_unless_beside(intake, order)
    home = household_of(standing_records(order, intake.happened_on))
    if {entry.person_id for entry in members(home, intake.happened_on)} != order.keys:
        raise SomebodyLeftOut
    return transferred(intake, order, to_new=False)


def refuse_unless_beside(intake: Intake, order: Order) -> None:
    """The other household is there, is another one, and lives at the same address."""
    mine = standing_records(order, intake.happened_on)
    theirs = members(order.household, intake.happened_on)
    if not theirs or theirs[0].household_id == household_of(mine).pk:
        raise OtherHouseholdMissing(fields={"household": str(OtherHouseholdMissing.message)})
    if (theirs[0].town_id, theirs[0].lot) != (mine[0].town_id, mine[0].lot):
        raise AddressesDiffer
