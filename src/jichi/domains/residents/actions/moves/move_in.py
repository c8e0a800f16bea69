"""Somebody moves into the city: from Japan, from abroad, or with the card that stands for the certificate (特例転入)."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action

from ...models import Household, Movement
from ...permissions import May
from ...queries.limits import foreigners_are_on_register
from ...rules.facts import Facts
from ...rules.take_over import ELIGIBLE
from ...rules.words import JAPAN, Register, Standing
from ...rules.writable import may_write
from ..writing import Change, Intake
from .carrying import carry_out
from .households import members
from .known_people import once_each, refuse_who_is_here
from .order import Order, Seat
from .refusals import (
    AddressesDiffer,
    AddressMissing,
    NobodyConcerned,
    NotOfThisKind,
    OnlyOnAlienRegister,
    SomethingMissing,
    StayNotEligible,
)
from .transfer import seated


@action(needs=May.ENTER_MOVEMENT, within="intake")
def move_in(*, actor: Actor, intake: Intake, order: Order, on: date) -> Movement:
    """Take people into the register, all of them with one movement; who lived here before keeps the number.

    Law: 住民基本台帳法第22条, 第24条の2; 第30条の46 (foreign residents).
    Ledger: residents.register.kept
    Raises: MaybeKnown; NobodyConcerned; OnRegister; StillLeaving; RecordOfTheDead; AddressMissing; OneHeadNeeded;
    HeadIsThere; SomethingMissing; OnlyOnAlienRegister; StayNotEligible; LateWithoutReason; SentBefore.
    """
    return carry_out(intake, order, once_each(plan), verb="move_in", on=on)


def plan(intake: Intake, order: Order) -> list[Change]:
    refuse_unless_coming(intake, order)
    items = {
        **arrival(intake),
        "address_since": intake.happened_on,
        "resident_since": intake.happened_on,
        "came_from": order.place,
    }
    return settled(intake, order, items)


def settled(intake: Intake, order: Order, items: dict[str, Any]) -> list[Change]:
    """Everybody gets the address and a seat in the household; foreign residents are checked for their stay."""
    if order.address is None or not order.address.lot.strip():
        raise AddressMissing(fields={"town": str(AddressMissing.message)})
    there = members(order.household, intake.happened_on)
    if there and (there[0].town_id, there[0].lot) != (order.address.town.pk, order.address.lot):
        raise AddressesDiffer(
            _("入る世帯の住所と、入力した住所が違います。どちらが正しいか確かめてください。")
        )
    place = order.household or Household()
    changes = [
        Change(
            person=seat.person,
            items={
                **items,
                **order.address.items,
                **said(intake, seat),
                "household": place,
                "relationship": seat.relationship,
            },
        )
        for seat in seated(order.seats, there)
    ]
    for change in changes:
        refuse_wrong_foreigner(intake, Facts().changed_by({**change.items, "household": None, "town": None}))
    return changes


def said(intake: Intake, seat: Seat) -> dict[str, Any]:
    """The items told of one person.

    Raises: NotOfThisKind; SomethingMissing.
    """
    if not may_write(intake.kind, seat.items):
        raise NotOfThisKind
    if not str(seat.items.get("name", "")).strip():
        raise SomethingMissing(_("氏名を入力してください。"))
    if intake.kind != "born" and not (seat.items.get("birth") or seat.items.get("birth_as_told")):
        raise SomethingMissing(
            _("生年月日を入力してください。分からないときは、聞いたとおりに書いてください。")
        )
    return dict(seat.items)


def refuse_unless_coming(intake: Intake, order: Order) -> None:
    if not order.seats:
        raise NobodyConcerned
    refuse_who_is_here(order.people, intake.happened_on)


def refuse_wrong_foreigner(intake: Intake, facts: Facts) -> None:
    """Before 2012-07-09 foreign residents stand on the alien register; from then on here, if their stay is one of the five."""
    if facts.nationality == JAPAN:
        return
    if not foreigners_are_on_register(intake.happened_on):
        raise OnlyOnAlienRegister
    if facts.stay_kind not in ELIGIBLE:
        raise StayNotEligible


def arrival(intake: Intake) -> dict[str, Any]:
    """A record begins, or begins again: nothing of an earlier leaving is left."""
    return {
        "register": Register.RESIDENT,
        "standing": Standing.REGISTERED,
        "going_to": "",
        "gone_to": "",
        "leaving_on": None,
    }
