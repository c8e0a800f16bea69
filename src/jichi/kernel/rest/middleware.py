"""Everything below /api/: HEAD answered, unchanged answers spared, every error a problem."""

from collections.abc import Callable
from typing import cast
from urllib.parse import unquote

from django.http import HttpRequest, HttpResponse
from django.middleware.http import ConditionalGetMiddleware

from .problem import MEDIA_TYPE, problem_body, problem_response

ROOT = "/api/"


class ApiMiddleware:
    """Also catches what Django itself answers: unknown addresses, wrong methods, crashes."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.spare = ConditionalGetMiddleware(get_response).process_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(ROOT):
            return self.get_response(request)
        if "\x00" in unquote(request.get_full_path()):
            # PostgreSQL refuses to look for a NUL: nobody needs to meet that further in.
            return problem_response(problem_body(request, status=400), status=400)
        is_head = request.method == "HEAD"
        if is_head:
            request.method = "GET"  # the API answers both alike; the body is dropped below
        response = as_problem(request, self.get_response(request))
        answer = cast("HttpResponse", self.spare(request, response))
        if is_head:
            request.method = "HEAD"
            answer.content = b""
        return answer


def as_problem(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """An error that is no problem yet made one, its headers (Allow, Retry-After) kept."""
    if response.status_code < 400 or response["Content-Type"].startswith(MEDIA_TYPE):
        return response
    body = problem_body(request, status=response.status_code)
    made = problem_response(body, status=response.status_code)
    response.content = made.content
    response["Content-Type"] = MEDIA_TYPE
    # Django has measured the page that this replaces: a client would wait for the rest of it.
    response["Content-Length"] = str(len(made.content))
    return response
