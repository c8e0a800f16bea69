"""Where the clerk sits: chosen once, shown on every page of the desk."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from jichi.kernel.access.request import Request
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.clock.reading import today
from jichi.kernel.places.models import Office
from jichi.kernel.web.forms import tell
from jichi.kernel.web.words import name_text

from ...actions.take_seat import Seat, take_seat
from ...forms.seat import SeatForm
from ...queries.desks import desks_for, is_unsure, seat_of
from ...queries.home.offices import opening_on
from ..home.opening_words import hours_text


@never_cache
@login_required
def page(request: Request) -> HttpResponse:
    on = today()
    desks = {office.code: office for office in desks_for(request.actor, on)}
    now_at = seat_of(request.actor, on)
    choices = [(code, desk_text(office, on)) for code, office in desks.items()]
    form = SeatForm(request.POST or None, choices=choices, initial={"office": now_at and now_at.code})
    if request.method == "POST" and form.is_valid():
        try:
            taken = take_seat(
                actor=request.actor, seat=Seat(office=desks[form.cleaned_data["office"]]), on=on
            )
        except Refusal as refusal:
            tell(form, refusal)
        else:
            said = _("%(office)sの窓口として進めます。") % {"office": name_text(taken.office)}
            messages.success(request, said)
            return redirect("residents:search")
    return render(
        request, "residents/certificates/seat.html", {"form": form}, status=422 if form.errors else 200
    )


def desk_text(office: Office, on: date) -> str:
    return f"{name_text(office)}　{today_text(office, on)}"


def today_text(office: Office, on: date) -> str:
    """When an office is open on this day; what nobody knows is not made up."""
    opening = opening_on(office, on)
    if opening is None:
        return _("今日は休み")
    if opening.opens is None:
        return _("時間は未確認")
    return hours_text(opening.opens, opening.closes)


def seat_of_page(office: Office | None, on: date) -> dict[str, Any]:
    """The line that says where one sits, for the pages of the desk."""
    if office is None:
        return {"seat": None}
    return {
        "seat": name_text(office),
        "seat_hours": today_text(office, on),
        "seat_is_unsure": is_unsure(office, on),
    }
