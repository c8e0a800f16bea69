"""New addresses for all who live on the lots of a town (住居表示の実施), as one movement."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.places.models import Town

from ...models import Entry, Movement
from ...permissions import May
from ...queries.register import believed, holding_on
from ...rules.words import Standing
from ..writing import Change, Intake, enter
from .carrying import refuse_wrong_days


class NobodyLivesThere(Refusal):
    code = "residents.nobody_lives_there"
    message = gettext_lazy("この町のこれらの番地には、だれも住んでいません。町と番地を確かめてください。")


class LotsLeftOut(Refusal):
    """People live on lots that the table does not name: nobody may be left with an old address by mistake."""

    code = "residents.lots_left_out"


@dataclass(frozen=True, kw_only=True)
class Renumbering:
    """Of one town: each old lot with the new one, and the town to which they belong afterwards."""

    town: Town
    new_town: Town
    lots: Mapping[str, str]
    partly: bool = False


@action(needs=May.ENTER_MOVEMENT, within="intake")
def renumber_addresses(*, actor: Actor, intake: Intake, order: Renumbering, on: date) -> Movement:
    """Write the new address of everybody; the day since when they live there stays as it is.

    Law: 住民基本台帳法第8条; 住居表示に関する法律第3条.
    Ledger: residents.register.kept
    Raises: NobodyLivesThere; LotsLeftOut; SentBefore.
    """
    refuse_wrong_days(intake, on=on)
    return enter(intake, plan(intake, order), verb="renumber_addresses", basis=intake_basis())


def intake_basis() -> str:
    return "住居表示に関する法律第3条"


def plan(intake: Intake, order: Renumbering) -> list[Change]:
    there = residents_of(order.town, intake.happened_on)
    left_out = sorted({entry.lot for entry in there} - set(order.lots))
    if left_out and not order.partly:
        raise lots_left_out(left_out)
    changes = [
        Change(person=entry.person, items={"town": order.new_town, "lot": order.lots[entry.lot]})
        for entry in there
        if entry.lot in order.lots
    ]
    if not changes:
        raise NobodyLivesThere
    return changes


def residents_of(town: Town, day: date) -> list[Entry]:
    rows = holding_on(believed(Entry.objects.filter(town=town)), day).exclude(standing=Standing.REMOVED)
    return list(rows.select_related("person"))


def lots_left_out(lots: list[str]) -> LotsLeftOut:
    shown = _("、").join(lots[:20])
    return LotsLeftOut(
        _(
            "対応表にない番地に住んでいる人がいます：%(lots)s。対応表に加えるか、一部だけの実施であることにしるしを付けてください。"
        )
        % {"lots": shown}
    )
