"""わたしの区: the ward, and the town if one was chosen, kept in a cookie of the reader's own browser."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from jichi.kernel.places.models import Town, Ward

COOKIE, ONE_YEAR = "home", 365 * 24 * 60 * 60


@dataclass(frozen=True, kw_only=True)
class HomePlace:
    """Where the reader lives, as far as it was said."""

    ward: Ward
    town: Town | None = None


def home_place(request: HttpRequest) -> HomePlace | None:
    """The place in the cookie; none where nothing, or nothing that exists, is in it."""
    ward_code, _, town_key = request.COOKIES.get(COOKIE, "").partition(".")
    if town_key.isascii() and town_key.isdecimal() and len(town_key) < 10:
        town = Town.objects.select_related("ward").filter(pk=town_key, ward=ward_code).first()
        if town:
            return HomePlace(ward=town.ward, town=town)
    ward = Ward.objects.filter(code=ward_code).first() if ward_code.isalnum() else None
    return HomePlace(ward=ward) if ward else None


def remember(response: HttpResponse, ward: Ward, town: Town | None) -> None:
    """Keep the choice for a year."""
    value = f"{ward.pk}.{town.pk}" if town else ward.pk
    response.set_cookie(
        COOKIE, value, max_age=ONE_YEAR, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE, httponly=True
    )
