"""What no view caught becomes a page in one place; what no view could read does not reach one."""

from collections.abc import Callable, Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jichi.kernel.actions.refusal import Refusal

from .errors import bad_request

NUL = "\x00"


class RefusalMiddleware:
    """A refusal that no view caught is shown as a page with its sentence and its status."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, Refusal):
            return None
        return render(request, "kit/refusal.html", {"refusal": exception}, status=exception.status)


class NulMiddleware:
    """A NUL in an address or a field is answered with 400, before any query: PostgreSQL stores none.

    No keyboard makes one, so nobody loses what they typed.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: object) -> HttpResponse | None:
        if any(NUL in text for text in texts_of(request)):
            return bad_request(request, ValueError(NUL))
        return None


def texts_of(request: HttpRequest) -> Iterator[str]:
    """Everything in a request that a view may hand to the database."""
    yield request.path_info
    for sent in (request.GET, request.POST):
        for name, values in sent.lists():
            yield name
            yield from values
