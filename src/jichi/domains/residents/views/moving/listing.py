"""The movements of the ward: the day's list, and the ways to begin one."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from jichi.kernel.access.policy import may_somewhere
from jichi.kernel.access.request import Request
from jichi.kernel.clock.reading import local_day, now, today
from jichi.kernel.web.table import Column, Table, show_table

from ...desk_forms.movements.small import MovementFilter, OpenHouseholdForm
from ...desk_forms.movements.specs import ARRIVALS
from ...models import Movement
from ...permissions import May
from ...queries.households import movements_entered
from ...queries.limits import foreigners_are_on_register
from ...rules.kinds import kind_of
from .words import kind_text


def columns() -> list[Column]:
    return [
        Column(
            key="number",
            label=_("受付番号"),
            cell="number",
            heading=True,
            whole=True,
            link=lambda row: reverse("residents:movement", args=[row.number]),
        ),
        Column(key="kind", label=_("種類"), cell=lambda row: kind_text(row.what)),
        Column(key="happened_on", label=_("異動日"), sort="happened_on", whole=True),
        Column(key="notified_on", label=_("届出を受けた日"), sort="notified_on", whole=True),
        Column(key="recorded_at", label=_("入力した日時"), sort="recorded_at", whole=True),
        Column(key="ward", label=_("区"), cell="ward.name"),
        Column(key="state", label=_("状態"), cell=state_of),
    ]


def state_of(movement: Movement) -> str:
    if getattr(movement, "voided_by", None) is not None:
        return _("取消し・訂正済み")
    is_late = movement.due_on and movement.notified_on and movement.notified_on > movement.due_on
    return _("期限後の届出") if is_late else ""


def arrivals_today() -> list[str]:
    """The kinds by which people come, without the alien register once it is closed."""
    is_closed = foreigners_are_on_register(today())
    return [kind for kind in ARRIVALS if kind != "alien_registered" or not is_closed]


@never_cache
@login_required
def listing(request: Request) -> HttpResponseBase:
    """What was entered, the newest first. No names: they are read at the movement."""
    table = Table(
        what=_("異動"),
        rows=movements_entered(request.actor),
        columns=columns(),
        filters=MovementFilter,
        filename="movements",
    )
    extra = {
        "open_form": OpenHouseholdForm(),
        "arrivals": [{"kind": kind, "name": kind_text(kind_of(kind))} for kind in arrivals_today()],
        "may_take_over": may_somewhere(request.actor, May.TAKE_OVER),
        "day": local_day(now()).isoformat(),
        "may_renumber": may_somewhere(request.actor, May.ENTER_MOVEMENT),
    }
    return show_table(request, table, "residents/movements/listing.html", extra)


@never_cache
@login_required
def open_household(request: Request) -> HttpResponse:
    """To a household by its number."""
    movements_entered(request.actor)
    form = OpenHouseholdForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return redirect("residents:household", form.cleaned_data["number"].public_id)
    return render(
        request, "residents/movements/open.html", {"form": form}, status=422 if form.errors else 200
    )
