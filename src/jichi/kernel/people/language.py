"""The language of an account. A setting of its holder, and no official act: it leaves no trace on the record."""

from typing import TypeVar

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse

from .models import Account

R = TypeVar("R", bound=HttpResponse)


def remember(user: Account | AnonymousUser, language: str) -> None:
    """Keep what the signed-in person chose; an unknown language is none."""
    if isinstance(user, Account) and user.language != language and language in dict(settings.LANGUAGES):
        Account.objects.filter(pk=user.pk).update(language=language)


def apply(response: R, language: str) -> R:
    """Let the next page come in this language."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return response
