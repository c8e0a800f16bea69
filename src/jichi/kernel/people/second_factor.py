"""Staff sign in with two factors."""

from collections.abc import Callable

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from .models import Account

FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


def has_second_factor(account: Account) -> bool:
    """An authenticator app or a key; recovery codes alone do not count."""
    return bool(is_mfa_enabled(account, FACTORS))


class RequireSecondFactor:
    """Sends staff without a second factor to the page where they set one up, from wherever they want to go.

    The account's own pages stay open, for that is where it is set up. On a demo city, where nobody has a
    real account, staff pages show a notice instead.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        account = staff_of(request)
        if account is None:
            return self.get_response(request)
        if settings.DEMO:
            request.lacks_second_factor = SimpleLazyObject(  # type: ignore[attr-defined]
                lambda: not has_second_factor(account)
            )
        elif not is_open(request.path) and not has_second_factor(account):
            messages.warning(request, _("市の職員は、はじめに二段階認証を設定してください。"))
            return redirect("mfa_index")
        return self.get_response(request)


def staff_of(request: HttpRequest) -> Account | None:
    """The signed-in person, where that is one who works for the city."""
    user = request.user
    return user if user.is_authenticated and user.works_for_city else None


def is_open(path: str) -> bool:
    """The account's own pages, the choice of language and letters, and static files."""
    ways = (reverse("people:account"), reverse("kit:language"), reverse("kit:display"), settings.STATIC_URL)
    return path.startswith(ways)
