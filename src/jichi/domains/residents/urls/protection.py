from django.urls import URLPattern, path

from ..views.protection import application, attempts, case, desk, leaving, notice

urlpatterns: list[URLPattern] = [
    path("protection/", desk.page, name="protections"),
    path("protection/apply/<uuid:public_id>/", application.page, name="apply_for_protection"),
    path("protection/attempts/", attempts.page, name="attempts"),
    path("protection/attempts/<int:key>/", attempts.settle, name="settle_attempt"),
    path("protection/<uuid:public_id>/", case.page, name="protection"),
    path("protection/<uuid:public_id>/notice.pdf", notice.paper, name="protection_notice"),
    path(
        "protection/<uuid:public_id>/people/<uuid:person>/<slug:name>/",
        leaving.page,
        name="protection_leaving",
    ),
    path("protection/<uuid:public_id>/<slug:name>/", case.act, name="protection_act"),
]
