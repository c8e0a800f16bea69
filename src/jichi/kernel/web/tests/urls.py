"""The addresses of a demo site: the house with its style pages."""

from django.urls import include, path

from jichi.config import urls as house

urlpatterns = [
    *(one for one in house.urlpatterns if str(one.pattern) != "kit/"),
    path("kit/", include("jichi.kernel.web.kit_urls")),
]
handler400, handler403, handler404, handler500 = (
    house.handler400,
    house.handler403,
    house.handler404,
    house.handler500,
)
