"""The public home: one question, the ways in, what is going on, my ward."""

from django.http import HttpResponse
from django.shortcuts import render

from jichi.kernel.access.request import Request
from jichi.kernel.clock.reading import today
from jichi.kernel.subsystem import installed
from jichi.kernel.web.context import ways

from ..home_place import home_place
from ..queries import home_blocks, ward_blocks
from ..ward_map import ward_map


def home(request: Request) -> HttpResponse:
    place, day = home_place(request), today()
    given = {
        "asked": ways(request, request.actor, (item for part in installed() for item in part.asked)),
        "blocks": home_blocks(request, day),
        "place": place,
        "ward_blocks": ward_blocks(request, place.ward, day) if place else [],
        "map": None if place else ward_map(),
    }
    return render(request, "portal/home.html", given)
