from django.urls import path
from django.views.generic import RedirectView

from .views import demo_day, elevation, looks, staff

app_name = "administration"
urlpatterns = [
    path("", RedirectView.as_view(pattern_name="administration:staff")),
    path("people/", staff.staff, name="staff"),
    path("people/new/", staff.create, name="create"),
    path("people/<uuid:public_id>/", staff.member, name="member"),
    path("people/<uuid:public_id>/give/", staff.give, name="give"),
    path("grants/<int:pk>/withdraw/", staff.withdraw, name="withdraw"),
    path("roles/", staff.roles, name="roles"),
    path("elevations/", elevation.elevations, name="elevations"),
    path("elevations/start/<int:pk>/", elevation.start, name="elevate"),
    path("elevations/<int:pk>/end/", elevation.end, name="end"),
    path("demo-day/", demo_day.demo_day_page, name="demo_day"),
    path("demo-day/clear/", demo_day.clear, name="clear_demo_day"),
    path("looks/", looks.looks, name="looks"),
]
