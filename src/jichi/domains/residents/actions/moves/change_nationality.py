"""Somebody becomes Japanese, or is it no more (国籍取得, 帰化, 国籍喪失)."""

from dataclasses import replace
from datetime import date
from typing import Any

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action

from ...models import Movement
from ...permissions import May
from ...queries.limits import foreigners_are_on_register
from ...rules.facts import Facts
from ...rules.take_over import ELIGIBLE
from ...rules.words import JAPAN, Register
from ..writing import Change, Intake
from .carrying import carry_out, standing_records
from .items import items_written
from .order import Order, Seat
from .refusals import NotOfThisKind, StayNotEligible
from .removal import removed

EMPTY = Facts()
NO_STAY: dict[str, Any] = {
    name: getattr(EMPTY, name)
    for name in ("stay_kind", "stay_status", "stay_period", "stay_until", "card_number")
}


@action(needs=May.ENTER_MOVEMENT, within="intake")
def change_nationality(*, actor: Actor, intake: Intake, order: Order, on: date) -> Movement:
    """Write a new nationality with all that comes and goes with it.

    Until 2012-07-08 whoever becomes Japanese comes from the alien register to the resident register, and whoever is it no
    more is removed and registers as an alien anew.

    Law: 住民基本台帳法第8条, 第30条の45.
    Ledger: residents.register.kept
    Raises: NotOfThisKind; SomethingMissing; StayNotEligible; NextHeadMissing; RelationshipMissing; SentBefore.
    """
    return carry_out(intake, order, plan, verb="change_nationality", on=on)


def plan(intake: Intake, order: Order) -> list[Change]:
    return lost(intake, order) if intake.kind == "nationality_lost" else gained(intake, order)


def gained(intake: Intake, order: Order) -> list[Change]:
    if any(not record.facts.is_foreign for record in standing_records(order, intake.happened_on)):
        raise NotOfThisKind
    fixed = {"nationality": JAPAN, "register": Register.RESIDENT, **NO_STAY}
    return [
        Change(person=change.person, items={**change.items, **fixed})
        for change in items_written(intake, order)
    ]


def lost(intake: Intake, order: Order) -> list[Change]:
    if any(record.facts.is_foreign for record in standing_records(order, intake.happened_on)):
        raise NotOfThisKind
    without = {"domicile": "", "domicile_first": ""}
    written = {change.person.pk: {**change.items, **without} for change in items_written(intake, order)}
    refuse_unless_foreign(written)
    if foreigners_are_on_register(intake.happened_on):
        if any(items.get("stay_kind") not in ELIGIBLE for items in written.values()):
            raise StayNotEligible
        return [Change(person=seat.person, items=written[seat.person.pk]) for seat in order.seats]
    going = replace(order, seats=tuple(Seat(person=seat.person) for seat in order.seats))
    return [
        Change(person=change.person, items={**written.get(change.person.pk, {}), **change.items})
        for change in removed(intake, going)
    ]


def refuse_unless_foreign(written: dict[int, dict[str, Any]]) -> None:
    if any(items.get("nationality", JAPAN) == JAPAN for items in written.values()):
        raise NotOfThisKind
