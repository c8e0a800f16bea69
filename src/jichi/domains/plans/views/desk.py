"""The desk of plans: my programmes, and the sheets that wait for me."""

from datetime import date
from typing import Any

from django.http import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.policy import may, may_somewhere
from jichi.kernel.access.request import Request
from jichi.kernel.clock.reading import today
from jichi.kernel.values.fiscal_year import FiscalYear
from jichi.kernel.web.table import Column, Table, show_table

from ..models import Programme
from ..permissions import May
from ..queries import desk as reads
from ..queries.sheets import Sheet
from ..rules.spread import spread_of
from .step_line import step_name


def home(request: Request) -> HttpResponseBase:
    """What waits for me on top, then every programme that is mine, with how far its year is."""
    reads.gate(request.actor, *reads.STAFF, May.APPROVE_AS_BUREAU)
    opened, day = reads.latest_round(), today()
    year = reads.year_of_work(opened, day)
    waiting = reads.waiting_for(request.actor)
    context: dict[str, Any] = {
        "year": FiscalYear(year),
        "opened": opened,
        "waiting": [waiting_item(sheet, day) for sheet in waiting],
        "overdue": sum(reads.due_of(sheet) < day for sheet in waiting),
        "spread": spread_of(reads.grades_in(opened)) if opened else None,
        "opens_rounds": may_somewhere(request.actor, May.OPEN_ROUND),
    }
    return show_table(request, programmes_table(request, year), "plans/desk/home.html", context)


def waiting_item(sheet: Sheet, day: date) -> dict[str, Any]:
    return {
        "title": sheet.title,
        "year": sheet.round.year,
        "reference": sheet.reference,
        "step": step_name(sheet.step),
        "due": reads.due_of(sheet),
        "is_overdue": reads.due_of(sheet) < day,
        "url": reverse("plans:desk_review", args=[sheet.reference]),
        "is_demo": sheet.is_demo,
    }


def programmes_table(request: Request, year: int) -> Table:
    may_read = may_somewhere(request.actor, May.READ_DRAFTS) or may_somewhere(request.actor, May.ENTER_YEAR)
    return Table(
        what=_("担当する事業"),
        rows=reads.my_programmes(request.actor, year) if may_read else [],
        columns=columns(request.actor, year),
        filename=f"my-programmes-{year}",
        id="programmes",
    )


def columns(actor: Actor, year: int) -> list[Column]:
    return [
        Column(
            key="name",
            label=_("事業"),
            heading=True,
            sort="name",
            cell=full_name,
            link=lambda row: page_url(actor, row, year),
        ),
        Column(key="section", label=_("担当"), sort="section__name", cell="section"),
        Column(key="entered", label=_("%(year)s年度の入力") % {"year": year}, cell=entered),
        Column(
            key="step",
            label=_("評価票"),
            sort="step",
            cell=sheet_step,
            whole=True,
            link=sheet_url,
        ),
        Column(key="grade", label=_("達成状況"), sort="grade", numeric=True),
    ]


def full_name(programme: Any) -> str:
    return f"{programme.name}{_('（各区）')}" if programme.each_ward else programme.name


def page_url(actor: Actor, programme: Programme, year: int) -> str:
    """The year's entry for who may write it, the programme's own page for who only reads."""
    if may(actor, May.ENTER_YEAR, programme.scope):
        return reverse("plans:desk_year", args=[programme.reference, year])
    return reverse("plans:programme", args=[programme.reference])


def sheet_step(programme: Any) -> str:
    return step_name(programme.step) if programme.step else _("なし")


def sheet_url(programme: Any) -> str:
    return reverse("plans:desk_review", args=[programme.sheet]) if programme.sheet else ""


def entered(programme: Any) -> str:
    """What of the year is still missing, in a word."""
    if programme.budget is None:
        return _("予算がまだ")
    if programme.settlement is None:
        return _("決算がまだ")
    if programme.unfinished:
        return _("終わっていない取組 %(count)s件") % {"count": programme.unfinished}
    return _("入力済み")
