"""New addresses for a town, from a table that a clerk pastes."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache

from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.reading import today
from jichi.kernel.web.forms import Act, Stage, show_form, stage_of, tell

from ...actions.moves.renumber_addresses import plan, renumber_addresses
from ...actions.writing import SentBefore
from ...desk_forms.movements.fields import spoken
from ...desk_forms.movements.renumbering import RenumberForm
from ...models import Movement
from ...queries.households import towns_of, wards_to_enter_in


@never_cache
@login_required
def page(request: Request) -> HttpResponse:
    towns = list(towns_of(wards_to_enter_in(request.actor)))
    form = RenumberForm(request.POST or None, towns=towns, today=today())
    stage = stage_of(request, form)
    count = foreseen(form) if stage is not Stage.FILL else 0
    if stage is Stage.ACT and not form.errors and (done := acted(request, form)):
        messages.success(request, _("新しい住所を記載しました。"))
        return redirect("residents:movement", done.number)
    act = (
        None
        if form.errors
        else Act(title=_("住居表示を実施する"), button=_("実施する"), explains=explained(count))
    )
    extra = {"towns": [spoken(town) for town in towns]}
    return show_form(request, form, "residents/movements/renumber.html", extra, act=act)


def foreseen(form: RenumberForm) -> int:
    """How many people get a new address; what would be refused is said now."""
    try:
        return len(plan(form.intake(), form.renumbering()))
    except Refusal as refusal:
        tell(form, refusal)
        return 0


def explained(count: int) -> str:
    return ngettext("%(count)s人の住所が変わります。", "%(count)s人の住所が変わります。", count) % {
        "count": count
    }


def acted(request: Request, form: RenumberForm) -> Movement | None:
    try:
        return renumber_addresses(
            actor=request.actor, intake=form.intake(), order=form.renumbering(), on=today()
        )
    except SentBefore:
        return Movement.objects.get(ticket=form.cleaned_data["ticket"])
    except Refusal as refusal:
        tell(form, refusal)
        return None
