"""Takes a file for comparison without keeping it: the way must be laid before anybody reads the form."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from .upload import HashOnly

COMPARED_AT = "/d/file/"


class HashUploads:
    """Stands before all that reads a form (the CSRF check, for one): reading it is when files are taken."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path == COMPARED_AT:
            request.upload_handlers = [HashOnly(request)]
        return self.get_response(request)
