"""The notices of the person who is signed in."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from jichi.kernel.access.request import Request

from ..queries.mine import MOST_SHOWN, notices_of, unread
from ..reading import read


@require_GET
@login_required
def home(request: Request) -> HttpResponse:
    actor = request.actor
    given = {"notices": list(notices_of(actor)[:MOST_SHOWN]), "unread": unread(actor)}
    return render(request, "notices/home.html", given)


@require_POST
@login_required
def mark_read(request: Request, notice: UUID | None = None) -> HttpResponse:
    read(request.actor, notice)
    return redirect("notices:home")
