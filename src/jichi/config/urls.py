"""The street plan: the kernel's own pages, then whatever each subsystem declares."""

from django.conf import settings
from django.urls import include, path

from jichi.kernel.rest.api import api
from jichi.kernel.rest.views import docs as api_docs
from jichi.kernel.subsystem import installed

urlpatterns = [
    path("", include("jichi.kernel.web.urls")),
    path("account/", include("jichi.kernel.people.urls")),
    path("law/", include("jichi.kernel.law.urls")),
    path("places/", include("jichi.kernel.places.urls")),
    path("record/", include("jichi.kernel.ledger.urls")),
    path("administration/", include("jichi.kernel.administration.urls")),
    path("api/v1/docs", api_docs, name="api-docs"),
    path("api/v1/", api.urls),
    *(path(part.prefix, include(part.urls)) for part in installed() if part.urls),
]

handler400 = "jichi.kernel.web.errors.bad_request"
handler403 = "jichi.kernel.web.errors.forbidden"
handler404 = "jichi.kernel.web.errors.not_found"
handler500 = "jichi.kernel.web.errors.server_error"

if settings.DEBUG or settings.DEMO:
    urlpatterns.append(path("kit/", include("jichi.kernel.web.kit_urls")))
