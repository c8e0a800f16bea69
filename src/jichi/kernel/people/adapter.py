"""How allauth behaves in this house."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language, gettext

from .language import apply
from .models import Account
from .secrets import cipher


class AccountAdapter(DefaultAccountAdapter):
    """Staff land on the desk, residents on the public home, both in their own language."""

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        works_for_city = getattr(request.user, "works_for_city", False)
        return reverse(settings.LOGIN_REDIRECT_URL if works_for_city else "portal:home")

    def new_user(self, request: HttpRequest) -> Account:
        return Account(language=get_language() or settings.LANGUAGE_CODE)

    def post_login(self, request: HttpRequest, user: Account, **named: Any) -> HttpResponse:
        return apply(super().post_login(request, user, **named), user.language)


class SecondFactorAdapter(DefaultMFAAdapter):
    """Keys of authenticator apps and recovery codes are never in the database as clear text."""

    def generate_authenticator_name(self, user: Account, kind: Authenticator.Type) -> str:
        held = Authenticator.objects.filter(user_id=user.pk, type=kind).count()
        return gettext("キー%(number)s") % {"number": held + 1}

    def encrypt(self, text: str) -> str:
        return cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return cipher().decrypt(encrypted_text.encode()).decode()


class DirectoryAdapter(DefaultSocialAccountAdapter):
    """Whoever comes from the city's directory brings the name by which the city knows them."""

    def populate_user(self, request: HttpRequest, sociallogin: Any, data: dict[str, Any]) -> Account:
        account: Account = super().populate_user(request, sociallogin, data)
        account.name = (data.get("name") or "")[:100]
        return account
