"""An investigation found that people do not live where the register says (不現住)."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import Refusal

from ...models import Movement, Visit
from ...permissions import May
from ..writing import Change, Intake
from .carrying import carry_out
from .order import Order
from .refusals import DayToCome
from .removal import removed


class NobodyWent(Refusal):
    code = "residents.nobody_went"
    status = 400
    message = _("実態調査の日と結果を、一回分以上入力してください（住民基本台帳法第34条）。")


class VisitedTwiceADay(Refusal):
    code = "residents.visited_twice_a_day"
    status = 400
    message = _("同じ日の調査が二つあります。一つにまとめてください。")


@action(needs=May.ENTER_MOVEMENT, within="intake")
def remove_absent(*, actor: Actor, intake: Intake, order: Order, on: date) -> Movement:
    """Remove people ex officio after an investigation; its days and results stay with the movement.

    Law: 住民基本台帳法第8条, 第34条; 住民基本台帳法施行令第12条.
    Ledger: residents.register.kept
    Raises: NobodyWent; VisitedTwiceADay; DayToCome; NextHeadMissing; RelationshipMissing; SentBefore.
    """
    if any(day > on for day, _found in order.visits):
        raise DayToCome
    movement = carry_out(intake, order, plan, verb="remove_absent", on=on)
    Visit.objects.bulk_create(
        Visit(movement=movement, visited_on=day, found=found.strip()) for day, found in order.visits
    )
    return movement


def plan(intake: Intake, order: Order) -> list[Change]:
    if not order.visits or any(not found.strip() for _day, found in order.visits):
        raise NobodyWent(fields={"visit_1_day": str(NobodyWent.message)})
    if len({day for day, _found in order.visits}) != len(order.visits):
        raise VisitedTwiceADay
    return removed(intake, order)
