"""A committee's own grade beside the city's."""

from django.contrib import messages
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from jichi.kernel.access.policy import may
from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import NotThere, Refusal
from jichi.kernel.clock.reading import today
from jichi.kernel.web.forms import Act, Stage, show_form, stage_of
from jichi.kernel.web.table import Column, Table, show_table
from jichi.kernel.web.words import fiscal_year_text

from ..actions.give_second_opinion import give_second_opinion
from ..desk_forms.review import OpinionForm
from ..desk_forms.telling import tell_all
from ..models import ProgrammeReview
from ..permissions import May
from ..queries.desk import review_two_for
from ..queries.judging import sheets_to_judge
from .review_context import rows_of_text
from .step_line import step_name


def listing(request: Request) -> HttpResponse | StreamingHttpResponse:
    """The sheets that a committee may judge, the latest year first, and which have an opinion already."""
    table = Table(
        what=_("意見をつけられる評価票"),
        rows=sheets_to_judge(request.actor).order_by("-round__year", "reference"),
        columns=columns(),
        filename="sheets-to-judge",
        id="sheets",
    )
    return show_table(request, table, "plans/desk/opinions.html")


def page_of(review: ProgrammeReview) -> str:
    return reverse("plans:desk_review", args=[review.reference])


def columns() -> list[Column]:
    return [
        Column(key="title", label=_("事業"), heading=True, link=page_of),
        Column(
            key="year",
            label=_("年度"),
            cell=lambda row: fiscal_year_text(row.round.year),
            sort="round__year",
            whole=True,
        ),
        Column(key="section", label=_("担当"), cell="programme.section"),
        Column(key="step", label=_("段階"), cell=lambda row: step_name(row.step), whole=True),
        Column(key="achievement", label=_("市の評価"), sort="achievement", cell="achievement", numeric=True),
        Column(key="opinions", label=_("第三者の意見（件）"), sort="opinions", numeric=True),
    ]


def opinion(request: Request, reference: str) -> HttpResponse:
    """Read the city's sheet, grade it, confirm: an opinion is public and stays."""
    sheet = review_two_for(request.actor, reference)
    if not may(request.actor, May.GIVE_SECOND_OPINION, sheet.scope):
        raise NotThere
    form = OpinionForm(request.POST or None)
    if stage_of(request, form) is Stage.ACT and given(request, sheet, form):
        messages.success(request, _("意見を記録しました。市の評価と並べて公表されます。"))
        return redirect("plans:desk_review", reference)
    words = Act(
        title=_("第三者の意見をつける"),
        button=_("意見をつける"),
        explains=_("意見は市の評価と並べて公表され、あとから直せません。"),
    )
    extra = {
        "sheet": sheet,
        "rows": rows_of_text(sheet),
        "back": reverse("plans:desk_review", args=[reference]),
    }
    return show_form(request, form, "plans/desk/opinion.html", extra, act=None if form.errors else words)


def given(request: Request, sheet: ProgrammeReview, form: OpinionForm) -> bool:
    try:
        give_second_opinion(actor=request.actor, review=sheet, opinion=form.given(), on=today())
    except Refusal as refusal:
        tell_all(form, refusal)
        return False
    return True
