"""A record is written anew with the same contents (改製), as when its form is full or worn."""

from datetime import date

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action

from ...models import Movement
from ...permissions import May
from ..writing import Change, Intake
from .carrying import carry_out, standing_records
from .order import Order


@action(needs=May.ENTER_MOVEMENT, within="intake")
def rewrite_record(*, actor: Actor, intake: Intake, order: Order, on: date) -> Movement:
    """Begin a new record with what holds; earlier entries stay in the history and out of the certificate.

    Law: 住民基本台帳法施行令第16条.
    Ledger: residents.register.kept
    Raises: NobodyConcerned; NotOnRegister; SentBefore.
    """
    return carry_out(intake, order, plan, verb="rewrite_record", on=on)


def plan(intake: Intake, order: Order) -> list[Change]:
    return [Change(person=entry.person, items={}) for entry in standing_records(order, intake.happened_on)]
