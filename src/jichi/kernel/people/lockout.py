"""After five wrong passwords from one place, an account cannot be tried from there for a quarter of an hour."""

import hmac
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from allauth.account.adapter import get_adapter
from axes.helpers import get_client_ip_address, get_cool_off
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jichi.kernel.clock.reading import now


def name_tried(request: HttpRequest, credentials: Mapping[str, Any] | None = None) -> str:
    """Who was tried, as a pseudonym: neither the table of attempts nor a log ever holds an address."""
    given = credentials or {}
    tried = given.get("email") or given.get(settings.AXES_USERNAME_FORM_FIELD)
    tried = tried or request.POST.get(settings.AXES_USERNAME_FORM_FIELD, "")
    return hmac.new(settings.SECRET_KEY.encode(), str(tried).strip().lower().encode(), "sha256").hexdigest()


def address_of(request: HttpRequest) -> str | None:
    """Where a visitor comes from, as the last proxy of ours saw it (`JICHI_PROXIES`); None over no network."""
    return get_adapter().get_client_ip(request) if request.META.get("REMOTE_ADDR") else None


def locked_out(
    request: HttpRequest, response: HttpResponse | None = None, credentials: Mapping[str, Any] | None = None
) -> HttpResponse:
    """The page that says when to try again."""
    until = locked_until(request, credentials)
    page = render(request, "account/lockout.html", {"until": until}, status=429)
    page["Retry-After"] = str(max(0, int((until - now()).total_seconds())))
    return page


def locked_until(request: HttpRequest, credentials: Mapping[str, Any] | None) -> datetime:
    attempts = AccessAttempt.objects.filter(
        username=name_tried(request, credentials), ip_address=get_client_ip_address(request)
    )
    last = attempts.aggregate(last=Max("attempt_time"))["last"] or now()
    return last + get_cool_off(request)
