"""The clock of a sheet: one duty at a time, owed by whoever the sheet waits for. And that of a round, for everybody.

The days are named by the schedule of the round, so that no clock here is ever paused: a named day comes whether a
sheet was given back or not.
"""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from jichi.kernel.access.roles import Role
from jichi.kernel.deadlines.clocks import Duty, cancel, meet, start
from jichi.kernel.deadlines.queries import open_deadline
from jichi.kernel.deadlines.rules.fixed import FixedDay
from jichi.kernel.ledger.models import Event
from jichi.kernel.places.models import Section

from ..models import EffortReview, ProgrammeReview, Round
from ..permissions import WAITS_FOR_ROLE

KINDS = {
    "draft": "plans.draft",
    "section": "plans.section_check",
    "bureau": "plans.bureau_check",
    "approved": "plans.publish",
}
DUTIES = {
    "draft": "%(year)s年度の評価票をつくる：%(title)s",
    "section": "%(year)s年度の評価票を課として確認する：%(title)s",
    "bureau": "%(year)s年度の評価票を局として確認する：%(title)s",
    "approved": "%(year)s年度の評価票を公表する：%(title)s",
}
PROMISE = "%(year)s年度の評価を公表する"
Sheet = EffortReview | ProgrammeReview


def start_clocks(sheets: Iterable[Sheet], *, because: Event, on: date) -> None:
    """Let every sheet of a new round be owed by its section."""
    for sheet in sheets:
        start_clock(sheet, because=because, on=on)


def start_clock(sheet: Sheet, *, because: Event, on: date) -> None:
    """Start the clock of the step at which the sheet stands, where that step has an owner."""
    owner, due = owner_of(sheet), sheet.round.days.due(sheet.step)
    if owner is None or due is None:
        return
    duty = Duty(
        kind=KINDS[sheet.step],
        subject=sheet.reference,
        title=DUTIES[sheet.step] % {"year": sheet.round.year, "title": sheet.title},
        url=f"/plans/desk/reviews/{sheet.reference}/",
        owner=owner,
        waits_for=WAITS_FOR_ROLE[sheet.step],
        calendar_title=DUTIES[sheet.step] % {"year": sheet.round.year, "title": sheet.title},
        is_demo=sheet.is_demo,
    )
    start(duty=duty, rule=named_day(sheet.round, due), from_day=on, because=because)


def named_day(opened: Round, due: date) -> FixedDay:
    decided = opened.opened_on
    basis = f"{opened.year}年度の評価の日程（{decided.year}年{decided.month}月{decided.day}日決定）"
    return FixedDay(day=due, basis=basis)


def promise_publication(opened: Round, *, because: Event, on: date, is_demo: bool = False) -> None:
    """Let everybody see by which day the city publishes the evaluation; owed by the office that publishes."""
    if opened.office is None:
        return
    title = PROMISE % {"year": opened.year}
    duty = Duty(
        kind=kind_of_promise(opened),
        subject=opened.edition.reference,
        title=title,
        url="/plans/desk/rounds/",
        owner=opened.office,
        waits_for=Role.PLANNING_OFFICER,
        shown_on=opened.edition.reference,
        public_title=title,
        calendar_title=title,
        is_demo=is_demo,
    )
    start(duty=duty, rule=named_day(opened, opened.publish_due), from_day=on, because=because)


def keep_promise(opened: Round, *, on: date) -> None:
    """End the clock of the round when none of its sheets is left to publish."""
    unpublished = (opened.effortreviews, opened.programmereviews)
    if any(sheets.exclude(step="published").exists() for sheets in unpublished):
        return
    if running := open_deadline(kind=kind_of_promise(opened), subject=opened.edition.reference):
        meet(deadline=running, on=on)


def kind_of_promise(opened: Round) -> str:
    """By year: two years of one plan may be under evaluation at once."""
    return f"plans.publish_round.{opened.year}"


def owner_of(sheet: Sheet) -> Section | None:
    """The planning office publishes; everything before is the section's and its bureau's."""
    return sheet.round.office if sheet.step == "approved" else sheet.section


def turn_clock(sheet: Sheet, *, left: str, because: Event, on: date) -> None:
    """End the clock of the step that the sheet left, and start that of the step where it now stands."""
    if running := open_deadline(kind=KINDS[left], subject=sheet.reference):
        if sheet.step == "draft":
            cancel(deadline=running, on=on, because=_("差し戻したため"))
        else:
            meet(deadline=running, on=on)
    start_clock(sheet, because=because, on=on)
