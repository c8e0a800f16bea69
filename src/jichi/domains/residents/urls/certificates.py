from django.urls import URLPattern, path

from ..views.certificates import day, issuing, paper, receipt, seat

urlpatterns: list[URLPattern] = [
    path("desk/certificates/", day.page, name="certificates"),
    path("desk/certificates/seat/", seat.page, name="seat"),
    path("desk/certificates/people/<uuid:public_id>/", issuing.page, name="issue"),
    path("desk/certificates/<str:number>/", paper.page, name="certificate"),
    path("desk/certificates/<str:number>/paper/", paper.paper, name="certificate_paper"),
    path("desk/certificates/<str:number>/receipt/", receipt.page, name="certificate_receipt"),
    path("desk/certificates/<str:number>/hand-out/", paper.hand_out, name="hand_out"),
    path("desk/certificates/<str:number>/destroy/", paper.destroy, name="destroy"),
    path("desk/certificates/<str:number>/void/", paper.void, name="void_certificate"),
    path("desk/certificates/<str:number>/reissue/", paper.reissue, name="reissue"),
]
