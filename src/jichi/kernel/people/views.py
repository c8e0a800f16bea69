"""One's own account. The pages for password, mail and second factor are allauth's, in our frame."""

from allauth.socialaccount.adapter import get_adapter
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from .second_factor import has_second_factor


@login_required
def account(request: HttpRequest) -> HttpResponse:
    context = {
        "has_second_factor": has_second_factor(request.user),  # type: ignore[arg-type]
        "providers": get_adapter().list_providers(request),
    }
    return render(request, "people/account.html", context)
