"""The API explained to people, on a page of ours."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.subsystem import installed

from .api import api
from .docs import operations_by_part


def docs(request: HttpRequest) -> HttpResponse:
    """All operations by part, and every code that a refusal may carry."""
    titles = {part.name: part.title for part in installed()}
    parts = operations_by_part(api.get_openapi_schema())
    shown = [{"name": name, "title": titles.get(name, name), "operations": parts[name]} for name in parts]
    return render(request, "rest/docs.html", {"parts": shown, "refusals": sorted(refusals())})


def refusals() -> Iterator[tuple[str, int]]:
    """Code and status of every refusal that the house knows."""
    found = {("wrong_values", 422)}
    waiting = [Refusal]
    while waiting:
        below = waiting.pop().__subclasses__()
        found |= {(each.code, each.status) for each in below if "code" in vars(each)}
        waiting += below
    yield from found
