"""The take-over of the alien register: what a run would do, the run, and its results."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Count
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from jichi.kernel.access.policy import may, may_somewhere
from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import NotThere, Refusal
from jichi.kernel.clock.reading import today
from jichi.kernel.web.csv_export import csv_response

from ...actions.take_over_aliens import foretold, take_over_aliens
from ...models import TakenOver, TakeOver
from ...permissions import May
from ...queries.limits import foreigners_are_on_register
from ...rules.take_over import SAID, Verdict


def gate(request: Request) -> None:
    """For whoever holds the permission somewhere; the run itself needs it for the whole city.

    Raises: NotThere.
    """
    if not may_somewhere(request.actor, May.TAKE_OVER):
        raise NotThere


@never_cache
@login_required
def page(request: Request) -> HttpResponse:
    gate(request)
    run = TakeOver.objects.first()
    is_open = foreigners_are_on_register(today())
    given = {
        "run": run,
        "is_open": is_open,
        "reasons": reasons_of(run) if run else forecast() if is_open else [],
        "without_years": run.results.filter(lacks_years_of_stay=True, verdict=Verdict.TAKEN).count()
        if run
        else 0,
        "is_to_run": is_open and (run is None or run.finished_at is None),
        "may_run": may(request.actor, May.TAKE_OVER),
    }
    return render(request, "residents/movements/take_over.html", given)


def reasons_of(run: TakeOver) -> list[dict[str, Any]]:
    counted = dict(run.results.values_list("verdict").annotate(Count("pk")).order_by())
    return listed(counted)


def forecast() -> list[dict[str, Any]]:
    counted: dict[str, int] = {}
    for judged in foretold(today()):
        counted[judged.verdict] = counted.get(judged.verdict, 0) + 1
    return listed(counted)


def listed(counted: dict[str, int]) -> list[dict[str, Any]]:
    return [{"label": _(SAID[each]), "count": counted[each]} for each in Verdict if each in counted]


@never_cache
@login_required
@require_POST
def run(request: Request) -> HttpResponse:
    if not may(request.actor, May.TAKE_OVER):
        raise NotThere
    try:
        take_over_aliens(actor=request.actor, on=today())
    except Refusal as refusal:
        messages.error(request, str(refusal.message))
    else:
        messages.success(request, _("移行が終わりました。"))
    return redirect("residents:take_over")


@never_cache
@login_required
def export(request: Request) -> HttpResponseBase:
    """Every result with its reason; people by their number only."""
    gate(request)
    rows = TakenOver.objects.select_related("person", "movement").order_by("person_id")
    heads = [_("宛名番号"), _("結果"), _("理由"), _("在留年数の起算日がない"), _("受付番号")]
    return csv_response(
        filename="take-over", heads=heads, rows=(row_of(each) for each in rows.iterator(chunk_size=2000))
    )


def row_of(result: TakenOver) -> list[str]:
    return [
        result.person.number,
        result.verdict,
        _(SAID[result.verdict]),
        _("はい") if result.lacks_years_of_stay else "",
        result.movement.number if result.movement else "",
    ]
