from django.urls import path

from .views import calendars, clock, lists

app_name = "deadlines"
urlpatterns = [
    path("", lists.home, name="home"),
    path("month/", lists.month, name="month"),
    path("calendars/", calendars.calendars, name="calendars"),
    path("calendars/<slug:code>/make/", calendars.make, name="make_address"),
    path("calendars/<slug:code>/revoke/", calendars.revoke, name="revoke_address"),
    path("calendars/<str:secret>.ics", calendars.subscribed, name="subscribed"),
    path("sections/<slug:code>.ics", calendars.feed, name="feed"),
    path("<uuid:public_id>/", clock.page, name="page"),
    path("<uuid:public_id>/pause/", clock.pause, name="pause"),
    path("<uuid:public_id>/resume/", clock.resume, name="resume"),
    path("<uuid:public_id>/extend/", clock.extend, name="extend"),
]
