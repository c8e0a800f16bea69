"""Another member becomes the head (世帯主変更); the old one stays."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import Refusal

from ...models import Movement
from ...permissions import May
from ...rules.words import HEAD
from ..writing import Change, Intake
from .carrying import carry_out, standing_records
from .households import head_of, household_of, members, relationships, to_next
from .order import Order
from .refusals import OneHeadNeeded


class IsHeadAlready(Refusal):
    code = "residents.is_head_already"
    message = _("選んだ人は、もう世帯主です。新しく世帯主になる人を選んでください。")


@action(needs=May.ENTER_MOVEMENT, within="intake")
def change_head(*, actor: Actor, intake: Intake, order: Order, on: date) -> Movement:
    """Make one member the head, and say anew what everybody else is to that person.

    Law: 住民基本台帳法第25条.
    Ledger: residents.register.kept
    Raises: OneHeadNeeded; IsHeadAlready; RelationshipMissing; LateWithoutReason; SentBefore.
    """
    return carry_out(intake, order, plan, verb="change_head", on=on)


def plan(intake: Intake, order: Order) -> list[Change]:
    if len(order.seats) != 1:
        raise OneHeadNeeded
    new = standing_records(order, intake.happened_on)[0]
    if new.facts.is_head:
        raise IsHeadAlready
    everybody = members(household_of([new]), intake.happened_on)
    old = head_of(everybody)
    if old is None:
        return [Change(person=new.person, items={"relationship": HEAD})]
    others = [entry for entry in everybody if entry.pk != new.pk]
    told = relationships(others, {entry.pk: to_next(old, new, entry) for entry in others}, order)
    return [Change(person=new.person, items={"relationship": HEAD}), *told]
