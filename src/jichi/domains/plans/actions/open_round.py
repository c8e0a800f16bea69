"""Open the evaluation of a year: a draft of every sheet, carried on from last year's."""

from datetime import date

from django.utils.translation import gettext as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.ledger.lock import lock
from jichi.kernel.places.models import Section
from jichi.kernel.search.index import index

from ..events import RoundOpened
from ..findable import sheet_document
from ..models import Edition, Round
from ..permissions import May
from ..rules.round_days import RoundDays
from ..streams import stream_of
from .clocks import start_clocks
from .round_rows import write_sheets_one, write_sheets_two


class RoundOpenedBefore(Refusal):
    code = "plans.round_opened_before"


class YearNotInPlan(Refusal):
    code = "plans.year_not_in_plan"
    status = 400


class DaysOutOfOrder(Refusal):
    code = "plans.days_out_of_order"
    status = 400


@action(needs=May.OPEN_ROUND)
def open_round(
    *,
    actor: Actor,
    edition: Edition,
    year: int,
    days: RoundDays,
    on: date,
    office: Section | None = None,
    is_demo: bool = False,
) -> Round:
    """Open the evaluation of a year with a sheet for every effort and every programme of the plan.

    Goals go on from last year's sheets, results and reasons do not: they are written anew. Each sheet
    has its owner's clock running from now; `office` is the section that publishes.

    Units: 年度.
    Ledger: plans.round.opened
    Raises: YearNotInPlan; DaysOutOfOrder; RoundOpenedBefore.
    """
    # The edition's row is what two people who open the same year wait for.
    edition = lock(Edition.objects.filter(pk=edition.pk)).get()
    refuse_other_years(edition, year)
    refuse_disorder(days, on)
    refuse_second(edition, year)
    opened = Round.objects.create(edition=edition, year=year, opened_on=on, office=office, **vars(days))
    ones, twos = write_sheets_one(opened, on, is_demo), write_sheets_two(opened, on, is_demo)
    told = RoundOpened(
        edition=edition.reference, year=year, sheets_one=len(ones), sheets_two=len(twos), **vars(days)
    )
    start_clocks([*ones, *twos], because=record(told, stream=stream_of(edition)), on=on)
    index(*map(sheet_document, ones), *map(sheet_document, twos))
    return opened


def refuse_other_years(edition: Edition, year: int) -> None:
    if year not in edition.years:
        said = _("この計画の年度（%(first)s～%(last)s年度）から選んでください。") % {
            "first": edition.first_year,
            "last": edition.last_year,
        }
        raise YearNotInPlan(said, fields={"year": said})


def refuse_disorder(days: RoundDays, on: date) -> None:
    if wrong := days.out_of_order(on):
        said = _("前の段階の期限より後の日にしてください。")
        raise DaysOutOfOrder(
            _("期限の順番が合いません。作成、課長確認、局確認、公表の順にしてください。"),
            fields=dict.fromkeys(wrong, said),
        )


def refuse_second(edition: Edition, year: int) -> None:
    if before := edition.rounds.filter(year=year).first():
        said = _("%(year)s年度の評価は、%(day)s に始まっています。") % {"year": year, "day": before.opened_on}
        raise RoundOpenedBefore(said, fields={"year": said})
