"""The page on which staff see what the search takes for the same."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from jichi.kernel.access.policy import may_somewhere
from jichi.kernel.actions.refusal import NotThere

from .permissions import May
from .synonyms import synonyms


@require_GET
def synonyms_page(request: HttpRequest) -> HttpResponse:
    if not may_somewhere(request.actor, May.SEE_SYNONYMS):  # type: ignore[attr-defined]
        raise NotThere
    groups = [{"word": group[0], "others": group[1:]} for group in synonyms().groups]
    return render(request, "search/synonyms.html", {"groups": groups})
