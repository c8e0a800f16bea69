"""A move out is carried out (転出確定): the records become removed records (除票)."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import Refusal

from ...models import Entry, Movement
from ...permissions import May
from ...rules.words import Standing
from ..writing import Change, Intake, enter, items_of
from .announce_move_out import change_of_head_with
from .carrying import carry_out, standing_records
from .order import Order
from .removal import removed


class NotLeaving(Refusal):
    code = "residents.not_leaving"
    message = _("転出届のない人が含まれています。先に転出を入力してください（住民基本台帳法第24条）。")


@action(needs=May.ENTER_MOVEMENT, within="intake")
def confirm_move_out(*, actor: Actor, intake: Intake, order: Order, on: date) -> Movement:
    """Remove people who announced that they leave, on the day on which they left.

    Where the next head was written for another day, that change is dated anew.

    Law: 住民基本台帳法第8条; 住民基本台帳法施行令第8条.
    Ledger: residents.register.kept, once more where the change of head is dated anew
    Raises: NotLeaving; NextHeadMissing; RelationshipMissing; SentBefore.
    """
    for change in changes_of_head(intake, order):
        date_anew(change, intake)
    return carry_out(intake, order, plan, verb="confirm_move_out", on=on)


def plan(intake: Intake, order: Order) -> list[Change]:
    leaving = standing_records(order, intake.happened_on)
    if any(entry.standing != Standing.LEAVING for entry in leaving):
        raise NotLeaving
    return [told_where(order, leaving, change) for change in removed(intake, order)]


def told_where(order: Order, leaving: list[Entry], change: Change) -> Change:
    """Those who left went where the other city told, else where they announced to go; the others went nowhere."""
    if change.person.pk not in order.keys:
        return change
    return Change(person=change.person, items={**change.items, "gone_to": where(order, leaving, change)})


def where(order: Order, leaving: list[Entry], change: Change) -> str:
    """Where they went, as the other city told, else as they announced it."""
    said = {entry.person_id: entry.going_to for entry in leaving}
    return order.place.strip() or said[change.person.pk]


def changes_of_head(intake: Intake, order: Order) -> list[Movement]:
    leaving = standing_records(order, intake.happened_on)
    announced = {entry.movement for entry in announcements(leaving)}
    found = (change_of_head_with(movement) for movement in announced)
    return [change for change in found if change and change.happened_on != intake.happened_on]


def announcements(leaving: list[Entry]) -> list[Entry]:
    """The entries by which these people announced their leaving."""
    rows = Entry.objects.filter(
        person__in=[entry.person_id for entry in leaving], superseded_at=None, movement__kind="moving_out"
    )
    return list(rows.select_related("movement").order_by("movement_id"))


def date_anew(change: Movement, intake: Intake) -> None:
    """The same change of head, on the day on which the head really left."""
    rows = change.entries.filter(superseded_at=None).select_related("person")
    again = [Change(person=row.person, items=items_of(row)) for row in rows]
    new = replace(intake, kind="head_changed", voids=change, ticket=uuid4(), due_on=None)
    enter(new, again, verb="confirm_move_out", basis=change.what.basis)
