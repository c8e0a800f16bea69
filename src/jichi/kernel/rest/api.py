"""The API root: JSON, OpenAPI, problem details (RFC 9457)."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI

from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.subsystem import installed

from .problem import problem

api = NinjaAPI(
    title=f"Jichi {settings.CITY['name_en']}",
    version="1",
    description="Open data and public records of the city. No key is needed to read.",
    docs_url=None,
)


@api.exception_handler(Refusal)
def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    return problem(request, refusal)


for part in installed():
    if part.router:
        api.add_router(f"/{part.name}/", part.router, tags=[part.name])
