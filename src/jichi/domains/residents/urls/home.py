from django.urls import URLPattern, path

from ..views.home import (
    desk_requests,
    desk_terminals,
    kiosk,
    linking,
    own,
    procedures,
    request_slip,
    requests,
)

urlpatterns: list[URLPattern] = [
    path("", procedures.page, name="procedures"),
    path("me/", own.page, name="me"),
    path("me/code/", own.code, name="link_code"),
    path("me/requests/new/", requests.ask, name="ask"),
    path("me/requests/<str:number>/", requests.page, name="own_request"),
    path("me/requests/<str:number>/slip.pdf", request_slip.paper, name="request_slip"),
    path("me/requests/<str:number>/withdraw/", requests.withdraw, name="withdraw"),
    path("kiosk/", kiosk.page, name="kiosk"),
    path("kiosk/paper/", kiosk.paper, name="kiosk_paper"),
    path("desk/people/<uuid:public_id>/account/", linking.page, name="account"),
    path("desk/people/<uuid:public_id>/account/unlink/", linking.unlink, name="unlink"),
    path("desk/people/<uuid:public_id>/card/", linking.card, name="card"),
    path("desk/requests/", desk_requests.listing, name="desk_requests"),
    path("desk/requests/<str:number>/", desk_requests.page, name="desk_request"),
    path("desk/requests/<str:number>/prepare/", desk_requests.prepare, name="prepare"),
    path("desk/requests/<str:number>/decline/", desk_requests.decline, name="decline"),
    path("desk/requests/<str:number>/collect/", desk_requests.collect, name="collect"),
    path("desk/terminals/", desk_terminals.page, name="terminals"),
    path("desk/terminals/stop/", desk_terminals.stop, name="stop"),
    path("desk/terminals/stops/<int:pk>/resume/", desk_terminals.resume, name="resume"),
    path("desk/terminals/new/", desk_terminals.add, name="add_terminal"),
    path("desk/terminals/<int:pk>/end/", desk_terminals.end, name="end_terminal"),
    path("desk/terminals/sessions/<uuid:public_id>/<str:how>/", desk_terminals.settle, name="settle"),
]
