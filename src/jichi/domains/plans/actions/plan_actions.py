"""Write down what a programme means to do in a year."""

from collections.abc import Iterable

from django.db.models import Max
from django.utils.translation import gettext as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.ledger.canonical import digest
from jichi.kernel.ledger.lock import lock

from ..events import ActionsPlanned
from ..models import PlannedAction, Programme
from ..permissions import May
from ..streams import stream_of
from .enter_year import refuse_other_years


class NothingPlanned(Refusal):
    code = "plans.no_action_to_plan"
    status = 400


class PlannedTwice(Refusal):
    code = "plans.action_planned_twice"


@action(needs=May.ENTER_YEAR, within="programme")
def plan_actions(
    *, actor: Actor, programme: Programme, year: int, texts: Iterable[str], is_demo: bool = False
) -> list[PlannedAction]:
    """Add planned actions to a year, after those that it has. What was planned before stays.

    Units: 年度.
    Ledger: plans.actions.planned
    Raises: YearOfNoPlan; NothingPlanned; PlannedTwice.
    """
    refuse_other_years(programme, year)
    new = [text.strip() for text in texts if text.strip()]
    # The programme's row is what two people who plan the same year wait for.
    lock(Programme.objects.filter(pk=programme.pk)).get()
    planned = PlannedAction.objects.filter(programme=programme, year=year)
    refuse_nothing_or_double(new, set(planned.values_list("text", flat=True)))
    last = planned.aggregate(last=Max("order"))["last"] or 0
    rows = PlannedAction.objects.bulk_create(
        PlannedAction(programme=programme, year=year, order=order, text=text, is_demo=is_demo)
        for order, text in enumerate(new, start=last + 1)
    )
    told = ActionsPlanned(
        programme=programme.reference, year=year, actions=len(new), planned_digest=digest(new)
    )
    record(told, stream=stream_of(programme))
    return rows


def refuse_nothing_or_double(new: list[str], known: set[str]) -> None:
    if not new:
        said = _("予定する取組を入力してください。")
        raise NothingPlanned(said, fields={"texts": said})
    for at, text in enumerate(new):
        if text in known or text in new[:at]:
            said = _("同じ取組が2回あります：%(text)s") % {"text": text}
            raise PlannedTwice(said, fields={"texts": said})
