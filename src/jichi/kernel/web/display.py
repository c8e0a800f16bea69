"""文字サイズ and 配色: chosen in a form and kept in two cookies, without JavaScript or sign-in."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from jichi.kernel.people.language import remember

TEXT_COOKIE, COLOUR_COOKIE = "text", "colour"
TEXT_SIZES = {"standard": _("標準"), "large": _("大きい"), "largest": _("とても大きい")}
COLOURS = {
    "auto": _("端末に合わせる"),
    "light": _("白い背景"),
    "dark": _("黒い背景"),
    "contrast": _("黒と黄色（強いコントラスト）"),
}
ONE_YEAR = 365 * 24 * 60 * 60


@dataclass(frozen=True, kw_only=True)
class Display:
    """How this reader wants pages drawn."""

    text: str = "standard"
    colour: str = "auto"

    @property
    def text_sizes(self) -> Mapping[str, object]:
        return TEXT_SIZES

    @property
    def colours(self) -> Mapping[str, object]:
        return COLOURS


def display_of(request: HttpRequest) -> Display:
    """The reader's choice; an unknown value counts as none."""
    text, colour = request.COOKIES.get(TEXT_COOKIE, ""), request.COOKIES.get(COLOUR_COOKIE, "")
    return Display(
        text=text if text in TEXT_SIZES else "standard",
        colour=colour if colour in COLOURS else "auto",
    )


def way_back(request: HttpRequest) -> str:
    """Where the form was sent from, if that is a page of ours; else the home page."""
    for url in (request.POST.get("next", ""), request.headers.get("Referer", "")):
        if url and url_has_allowed_host_and_scheme(url, {request.get_host()}, request.is_secure()):
            return url
    return "/"


# No CSRF token in these two: it would set a cookie on every page of every visitor, and a forged choice of
# language or of letter size does no harm.
@csrf_exempt
@require_POST
def set_display(request: HttpRequest) -> HttpResponse:
    """Keep the chosen letter size and colours, and return to the page."""
    response = redirect(way_back(request))
    for cookie, choices in ((TEXT_COOKIE, TEXT_SIZES), (COLOUR_COOKIE, COLOURS)):
        if (value := request.POST.get(cookie)) in choices:
            response.set_cookie(
                cookie, value, max_age=ONE_YEAR, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
            )
    return response


@csrf_exempt
def choose_language(request: HttpRequest) -> HttpResponse:
    """Change the language of the pages, and of the account where somebody is signed in."""
    if request.method == "POST":
        remember(request.user, request.POST.get("language", ""))
    return set_language(request)
