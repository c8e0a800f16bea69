"""The day in which the demo city lives."""

from datetime import date

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.clock.reading import demo_day, local_day, now
from jichi.kernel.web.forms import show_form
from jichi.kernel.web.words import day_text

from .. import queries
from ..actions.set_demo_day import clear_demo_day, set_demo_day
from ..forms import DemoDayForm
from ..permissions import May

# The Residence Basic Book Act counted foreign residents from 2012-07-09: law of the day before and the day.
QUICK_DAYS = (date(2012, 7, 8), date(2012, 7, 9))


@login_required
def demo_day_page(request: Request) -> HttpResponse:
    gate(request)
    form = DemoDayForm(request.POST or None, initial={"day": demo_day()})
    if request.method == "POST" and form.is_valid():
        day = set_demo_day(actor=request.actor, day=form.cleaned_data["day"])
        messages.success(request, _("デモの日付を%(day)sにしました。") % {"day": day_text(day)})
        return redirect("administration:demo_day")
    context = {"demo_day": demo_day(), "real_day": local_day(now()), "quick_days": QUICK_DAYS}
    return show_form(request, form, "administration/demo_day.html", context)


@login_required
@require_POST
def clear(request: Request) -> HttpResponse:
    gate(request)
    clear_demo_day(actor=request.actor)
    messages.success(request, _("実際の日付に戻しました。"))
    return redirect("administration:demo_day")


def gate(request: Request) -> None:
    """The page is there only in a demo city, and only for those who may use it."""
    if not settings.DEMO:
        raise NotThere
    queries.gate(request.actor, May.SET_DEMO_DAY)
