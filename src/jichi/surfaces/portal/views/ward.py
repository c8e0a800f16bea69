"""わたしの区: chosen on the map or by town, remembered in the reader's own browser."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from jichi.kernel.clock.reading import today
from jichi.kernel.places.models import Town

from ..home_place import COOKIE, home_place, remember
from ..queries import offices_of, towns_named, ward_blocks, ward_coded
from ..ward_map import ward_map


def choose(request: HttpRequest) -> HttpResponse:
    """The map, and the towns that were asked for by name."""
    typed = request.GET.get("town", "").strip()[:60]
    given = {"map": ward_map(), "typed": typed, "towns": towns_named(typed), "place": home_place(request)}
    return render(request, "portal/choose.html", given)


def ward(request: HttpRequest, code: str) -> HttpResponse:
    """What the subsystems have to say about one ward, and where its offices are."""
    shown, day, place = ward_coded(code), today(), home_place(request)
    given = {
        "ward": shown,
        "blocks": ward_blocks(request, shown, day),
        "offices": offices_of(shown, day),
        "place": place,
        "is_mine": place is not None and place.ward == shown,
    }
    return render(request, "portal/ward.html", given)


# No CSRF token: it would set a cookie on every page of every visitor, and a forged choice of ward does no harm.
@csrf_exempt
@require_POST
def remember_place(request: HttpRequest) -> HttpResponse:
    """Keep a ward, or a town with its ward, as the reader's own; nothing chosen forgets it."""
    if not request.POST.get("ward"):
        response = redirect("portal:choose")
        response.delete_cookie(COOKIE)
        return response
    chosen = ward_coded(request.POST["ward"])
    town = Town.objects.filter(ward=chosen, pk=number_in(request.POST.get("town", ""))).first()
    response = redirect("portal:ward", chosen.code)
    remember(response, chosen, town)
    return response


def number_in(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0
