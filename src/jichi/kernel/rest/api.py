"""The API root: JSON, OpenAPI, problem details. Anybody may read; only registered machines write, with a token."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import ValidationError

from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.subsystem import installed

from .described import with_problems
from .lazy import gettext_lazy as _
from .problem import problem
from .wrong_values import wrong_values


class Api(NinjaAPI):
    """The API with its errors described like its answers."""

    def get_openapi_schema(self, **settings: Any) -> Any:
        return with_problems(super().get_openapi_schema(**settings))


api = Api(
    title=f"Jichi {settings.CITY['name_en']}",
    version="1",
    description=_("市の公開データと公開の記録です。読むのに鍵や登録は要りません。"),
    docs_url=None,
)


@api.exception_handler(Refusal)
def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    return problem(request, refusal)


@api.exception_handler(ValidationError)
def misread(request: HttpRequest, fault: ValidationError) -> HttpResponse:
    return wrong_values(request, fault)


for part in installed():
    if part.router:
        api.add_router(f"/{part.name}/", part.router, tags=[part.name])
