"""The clock of a sheet: one duty at a time, owed by whoever the sheet waits for."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from jichi.kernel.deadlines.clocks import Duty, cancel, meet, start
from jichi.kernel.deadlines.queries import open_deadline
from jichi.kernel.deadlines.rules.fixed import FixedDay
from jichi.kernel.ledger.models import Event
from jichi.kernel.places.models import Section

from ..models import EffortReview, ProgrammeReview

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
    )
    opened = sheet.round.opened_on
    basis = f"{sheet.round.year}年度の評価の日程（{opened.year}年{opened.month}月{opened.day}日決定）"
    start(duty=duty, rule=FixedDay(day=due, basis=basis), from_day=on, because=because)


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
