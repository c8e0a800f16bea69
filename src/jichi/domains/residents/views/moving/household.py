"""A household: its members on any day, and the movements that made it so."""

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from jichi.kernel.access.request import Request
from jichi.kernel.clock.reading import CITY_TIME, today
from jichi.kernel.web.words import day_text

from ...desk_forms.movements.small import DayForm
from ...models import Entry, Household
from ...queries.households import (
    household_with,
    left_members,
    may_enter_in,
    members_seen,
    movements_of,
)
from ...queries.seeing import Seen, person_with, seen, seen_entries, seen_history
from .opening import opened, reason_first
from .words import REGISTERS, member_row, movement_line, place_of_household


@never_cache
@login_required
def page(request: Request, public_id: UUID) -> HttpResponse:
    household = household_with(request.actor, public_id)
    if asked := reason_first(request, household):
        return asked
    form = DayForm(request.GET or None, initial={"day": today()})
    day, believed = days_of(form)
    members = members_seen(request.actor, household, day, on=today(), believed_at=end_of(believed))
    return render(request, "residents/movements/household.html", given(request, household, members, form))


def days_of(form: DayForm) -> tuple[date, date | None]:
    """The day asked for, and the day of which the belief is asked; a wrong day asks for today."""
    if not form.is_bound or not form.is_valid():
        return today(), None
    return form.cleaned_data["day"], form.cleaned_data["believed"]


def end_of(day: date | None) -> datetime | None:
    """The last moment of a day in the city."""
    return None if day is None else datetime.combine(day + timedelta(days=1), time.min, CITY_TIME)


def given(request: Request, household: Household, members: list[Seen], form: DayForm) -> dict[str, Any]:
    day, believed = days_of(form)
    ward = next((seen.town.ward_id for seen in members if seen.town), None)
    is_handed_over = any(seen.to_officer for seen in members)
    is_today = day == today() and believed is None
    gone = left_members(household, day)
    left = seen_entries(request.actor, gone, today()) if gone else []
    return {
        "household": household,
        "members": [member_row(seen) for seen in members],
        "left": [member_row(seen) for seen in left],
        "place": place_of_household(members),
        "timeline": [movement_line(each) for each in movements_of(request.actor, household, on=today())],
        "form": form,
        "day": day,
        "believed": believed,
        "is_today": is_today,
        "is_handed_over": is_handed_over,
        "may_enter": is_today and not is_handed_over and (may_enter_in(request.actor, ward) or not members),
        "has_panel": True,
    }


@never_cache
@login_required
def history(request: Request, public_id: UUID) -> HttpResponse:
    """All that the register ever said of a person: each record with its movement, in both times."""
    person = person_with(request.actor, public_id)
    shown = seen(request.actor, person, today())
    extra = {
        "member": member_row(shown),
        "number": person.number,
        "rows": [history_row(entry) for entry in reversed(seen_history(request.actor, person, today()))],
        "person": person,
        "facts": shown.facts,
    }
    return render(request, "residents/movements/history.html", extra)


def history_row(entry: Entry) -> dict[str, Any]:
    return {
        **movement_line(entry.movement),
        "since": entry.since,
        "until": day_text(entry.until) if entry.until else "",
        "address": address_of(entry),
        "relationship": entry.relationship,
        "name": entry.name,
        "register": str(REGISTERS[entry.facts.register]),
        "gone_to": entry.gone_to,
    }


def address_of(entry: Entry) -> str:
    if entry.town is None:
        return ""
    town = f"{entry.town.ward.name}{entry.town.name}{entry.town.hamlet}"
    return f"{town}{entry.lot} {entry.building}".strip()


__all__ = ["history", "opened", "page"]
