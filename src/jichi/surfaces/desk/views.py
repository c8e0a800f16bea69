"""The staff home, and a resident's own page: what waits, soonest first."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render

from jichi.kernel.access.request import Request
from jichi.kernel.clock.reading import today
from jichi.kernel.notices.queries import notices_of, unread
from jichi.kernel.web.rail import rail_of, work_of

from .mine import newest_looks
from .work import work_by_day

NEWEST = 5


@login_required
def home(request: Request) -> HttpResponse:
    """My work for staff; for a resident what the city told them and who looked."""
    works_for_city = getattr(request.user, "works_for_city", False)
    return staff_home(request) if works_for_city else my_page(request)


def staff_home(request: Request) -> HttpResponse:
    day = today()
    items = work_of(request.actor, on=day)
    given = {
        "rail": rail_of(items, on=day),
        "work": work_by_day(items, on=day),
        "unread": unread(request.actor),
    }
    return render(request, "desk/home.html", given)


def my_page(request: Request) -> HttpResponse:
    given = {
        "notices": list(notices_of(request.actor)[:NEWEST]),
        "unread": unread(request.actor),
        "looks": newest_looks(request.actor, most=NEWEST),
    }
    return render(request, "desk/my_page.html", given)
