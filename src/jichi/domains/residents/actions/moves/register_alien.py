"""Somebody registers as an alien (外国人登録), until 2012-07-08."""

from datetime import date

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action

from ...models import Household, Movement
from ...permissions import May
from ...queries.limits import foreigners_are_on_register
from ...rules.words import JAPAN, Register
from ..writing import Change, Intake
from .carrying import carry_out
from .households import members
from .known_people import once_each
from .move_in import arrival, refuse_unless_coming, said
from .order import Order
from .refusals import AddressesDiffer, AddressMissing, AlienRegisterClosed, NotOfThisKind
from .transfer import seated


@action(needs=May.ENTER_MOVEMENT, within="intake")
def register_alien(*, actor: Actor, intake: Intake, order: Order, on: date) -> Movement:
    """Put foreign residents on the alien register, with a household of their own or in that of Japanese members.

    Law: 外国人登録法第3条 (repealed on 2012-07-09; from memory: unconfirmed).
    Ledger: residents.register.kept
    Raises: MaybeKnown; AlienRegisterClosed; NotOfThisKind; OnRegister; StillLeaving; RecordOfTheDead;
    AddressMissing; OneHeadNeeded; HeadIsThere; SentBefore.
    """
    return carry_out(intake, order, once_each(plan), verb="register_alien", on=on)


def plan(intake: Intake, order: Order) -> list[Change]:
    if foreigners_are_on_register(intake.happened_on):
        raise AlienRegisterClosed
    refuse_unless_coming(intake, order)
    if any(seat.items.get("nationality", JAPAN) == JAPAN for seat in order.seats):
        raise NotOfThisKind
    if order.address is None or not order.address.lot.strip():
        raise AddressMissing(fields={"town": str(AddressMissing.message)})
    there = members(order.household, intake.happened_on)
    if there and (there[0].town_id, there[0].lot) != (order.address.town.pk, order.address.lot):
        raise AddressesDiffer
    items = {
        **arrival(intake),
        **order.address.items,
        "register": Register.ALIEN,
        "address_since": intake.happened_on,
        "came_from": order.place,
        "household": order.household or Household(),
    }
    return [
        Change(
            person=seat.person,
            items={**items, **said(intake, seat), "relationship": seat.relationship},
        )
        for seat in seated(order.seats, there)
    ]
