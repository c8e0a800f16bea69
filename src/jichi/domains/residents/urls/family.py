from django.urls import URLPattern, path

from ..views.family import (
    bars,
    civil_notices,
    correcting,
    finding,
    making,
    notifications,
    receiving,
    registers,
)

urlpatterns: list[URLPattern] = [
    path("family/", finding.page, name="family"),
    path("family/registers/new/", making.page, name="family_make"),
    path("people/<uuid:public_id>/family/", finding.of_person, name="family_of_person"),
    path("people/<uuid:public_id>/notices/", civil_notices.page, name="civil_notices"),
    path("family/notices/<uuid:public_id>/end/", civil_notices.end, name="end_civil_notice"),
    path("family/registers/<uuid:public_id>/", registers.page, name="family_register"),
    path("family/registers/<uuid:public_id>/entries/<int:key>/", registers.correct, name="family_correct"),
    path("family/registers/<uuid:public_id>/head/", correcting.head, name="family_correct_head"),
    path("family/members/<uuid:public_id>/block/", correcting.block, name="family_correct_block"),
    path("family/members/<uuid:public_id>/addresses/", registers.addresses, name="family_addresses"),
    path("family/members/<uuid:public_id>/bar/", bars.file, name="family_bar"),
    path("family/members/<uuid:public_id>/receive/<str:code>/", receiving.page, name="family_receive_of"),
    path("family/receive/", receiving.kinds, name="family_kinds"),
    path("family/receive/<str:code>/", receiving.page, name="family_receive"),
    path("family/notifications/", notifications.listing, name="family_notifications"),
    path("family/notifications/<str:number>/", notifications.page, name="family_notification"),
    path("family/notifications/<str:number>/<str:name>/", notifications.act, name="family_act"),
    path("family/bars/", bars.listing, name="family_bars"),
    path("family/bars/<str:number>/withdraw/", bars.withdraw, name="family_withdraw"),
]
