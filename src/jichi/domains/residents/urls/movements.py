from django.urls import URLPattern, path

from ..views.moving import (
    correcting,
    entering,
    household,
    listing,
    movement,
    opening,
    renumbering,
    taking_over,
)

urlpatterns: list[URLPattern] = [
    path("desk/movements/", listing.listing, name="movements"),
    path("desk/movements/open/", listing.open_household, name="open_household"),
    path("desk/movements/arrive/<str:kind>/", entering.arrive, name="arrive"),
    path("desk/movements/renumber/", renumbering.page, name="renumber"),
    path("desk/movements/<str:number>/", movement.page, name="movement"),
    path("desk/movements/<str:number>/void/", movement.void, name="movement_void"),
    path("desk/movements/<str:number>/correct/", correcting.correct, name="movement_correct"),
    path("desk/movements/<str:number>/give-up/", movement.give_up, name="movement_give_up"),
    path("desk/households/<uuid:public_id>/", household.page, name="household"),
    path("desk/households/<uuid:public_id>/enter/", entering.choose, name="choose_kind"),
    path("desk/households/<uuid:public_id>/enter/<str:kind>/", entering.enter, name="enter"),
    path("people/<uuid:public_id>/household/", opening.of_person, name="person_household"),
    path("people/<uuid:public_id>/history/", household.history, name="person_history"),
    path("desk/take-over/", taking_over.page, name="take_over"),
    path("desk/take-over/run/", taking_over.run, name="take_over_run"),
    path("desk/take-over/results.csv", taking_over.export, name="take_over_results"),
]
