"""People announce that they leave the city (転出届): their records stand as leaving until the move is confirmed."""

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid5

from django.utils.translation import gettext as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action

from ...models import Movement
from ...permissions import May
from ...rules.words import Standing
from ..writing import Change, Intake, enter
from .carrying import carry_out, households_touched, standing_records
from .households import household_of, members, refuse_broken_households, succession
from .order import Order
from .refusals import SomethingMissing

NEXT_HEAD = "next head"


@action(needs=May.ENTER_MOVEMENT, within="intake")
def announce_move_out(*, actor: Actor, intake: Intake, order: Order, on: date) -> Movement:
    """Note where people go and when. Where the head goes alone, the next head is written for that day already.

    Law: 住民基本台帳法第24条 (beforehand: the last day is the day of leaving).
    Ledger: residents.register.kept, once more for the next head
    Raises: SomethingMissing; NextHeadMissing; RelationshipMissing; LateWithoutReason; SentBefore.
    """
    intake = replace(intake, due_on=order.leaving_on if intake.notified_on else None)
    movement = carry_out(intake, order, leavers, verb="announce_move_out", on=on)
    if others := successors(intake, order):
        enter(
            heads_intake(intake, order, movement),
            others,
            verb="announce_move_out",
            basis="住民基本台帳法第25条",
        )
        refuse_broken_households(households_touched(movement), intake.happened_on)
    return movement


def plan(intake: Intake, order: Order) -> list[Change]:
    """All that would be written, for who wants to see it beforehand."""
    return [*leavers(intake, order), *successors(intake, order)]


def leavers(intake: Intake, order: Order) -> list[Change]:
    if order.leaving_on is None:
        raise SomethingMissing(fields={"leaving_on": _("転出予定日を入力してください。")})
    if not order.place.strip():
        raise SomethingMissing(fields={"place": _("転出先の住所を入力してください。")})
    going = standing_records(order, intake.happened_on)
    household_of(going)
    items = {"standing": Standing.LEAVING, "going_to": order.place.strip(), "leaving_on": order.leaving_on}
    return [Change(person=entry.person, items=items) for entry in going]


def successors(intake: Intake, order: Order) -> list[Change]:
    going = standing_records(order, intake.happened_on)
    return succession(members(household_of(going), intake.happened_on), order.keys, order)


def heads_intake(intake: Intake, order: Order, movement: Movement) -> Intake:
    """The change of head that comes with the leaving, on the day of leaving."""
    assert order.leaving_on
    return replace(
        intake,
        kind="head_changed",
        happened_on=max(order.leaving_on, intake.happened_on),
        due_on=None,
        note=_("転出届 %(number)s に伴う世帯主変更") % {"number": movement.number},
        ticket=heads_ticket(intake.ticket),
    )


def heads_ticket(ticket: UUID) -> UUID:
    return uuid5(ticket, NEXT_HEAD)


def change_of_head_with(announced: Movement) -> Movement | None:
    """The change of head that was written with an announcement and still stands."""
    return Movement.objects.filter(ticket=heads_ticket(announced.ticket), voided_by=None).first()
