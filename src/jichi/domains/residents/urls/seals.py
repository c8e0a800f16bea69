from django.urls import URLPattern, path

from ..views.sealing import case, desk, scan

urlpatterns: list[URLPattern] = [
    path("seals/", desk.listing, name="seals"),
    path("seals/people/<uuid:public_id>/", desk.of_person, name="seals_of_person"),
    path("seals/people/<uuid:public_id>/apply/", desk.apply, name="seal_apply"),
    path("seals/<uuid:public_id>/", case.page, name="seal"),
    path("seals/<uuid:public_id>/scan/", scan.scan, name="seal_scan"),
    path("seals/<uuid:public_id>/confirm/", scan.confirm, name="seal_confirm"),
    path("seals/<uuid:public_id>/inquiry.pdf", case.letter, name="seal_inquiry"),
    path("seals/<uuid:public_id>/acts/<str:name>/", case.act, name="seal_act"),
]
