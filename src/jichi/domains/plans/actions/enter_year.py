"""Enter a year of a programme: money, indicators and planned actions, whole or not at all."""

from django.utils.translation import gettext as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.ledger.lock import lock

from ..events import YearEntered
from ..models import ActionState, Programme
from ..permissions import May
from ..queries.entered import entered_in
from ..streams import stream_of
from .lost_update import refuse_lost_update
from .year_entry import YearEntry
from .year_faults import faults_of
from .year_rows import write_actions, write_indicators, write_money


class YearNotRight(Refusal):
    """Something in the form cannot be true, or is said without its source; nothing was written."""

    code = "plans.year_not_right"
    status = 400


class YearOfNoPlan(Refusal):
    code = "plans.year_of_no_plan"
    status = 400


@action(needs=May.ENTER_YEAR, within="programme")
def enter_year(
    *, actor: Actor, programme: Programme, year: int, entry: YearEntry, seen: str = ""
) -> Programme:
    """Write a year of a programme in place of what was entered for it before.

    Units: yen; 年度.
    Ledger: plans.year.entered
    Raises: YearOfNoPlan; YearNotRight, with a sentence at every field that is wrong; ChangedMeanwhile.
    """
    refuse_other_years(programme, year)
    lock(Programme.objects.filter(pk=programme.pk)).get()
    if seen:
        stored = entered_in(programme, year)
        refuse_lost_update(seen=seen, stored=stored, typed=entry.by_field, words=state_words(stored))
    if faults := faults_of(programme, year, entry):
        raise YearNotRight(_("入力を確かめてください。まだ何も保存していません。"), fields=faults)
    write_money(programme, year, entry)
    write_indicators(year, entry)
    write_actions(entry)
    record(told(programme, year, entry), stream=stream_of(programme))
    return programme


def state_words(stored: dict[str, str]) -> dict[str, str]:
    return {name: str(ActionState(code).label) for name, code in stored.items() if name.startswith("state_")}


def refuse_other_years(programme: Programme, year: int) -> None:
    if not programme.listings.filter(edition__first_year__lte=year, edition__last_year__gte=year).exists():
        raise YearOfNoPlan(
            _("%(year)s年度は、この事業がのっている計画の期間に入っていません。") % {"year": year}
        )


def told(programme: Programme, year: int, entry: YearEntry) -> YearEntered:
    return YearEntered(
        programme=programme.reference,
        year=year,
        budget_yen=entry.money.budget,
        settlement_yen=entry.money.settlement,
        indicators=len(entry.measurements),
        actions_done=sum(each.state == ActionState.DONE for each in entry.outcomes),
        actions=len(entry.outcomes),
        entered_digest=entry.digest,
    )
