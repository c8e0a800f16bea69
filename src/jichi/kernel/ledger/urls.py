from django.urls import path

from . import views

app_name = "ledger"
urlpatterns = [
    path("", views.home, name="home"),
    path("check/", views.how_to_check, name="how-to-check"),
    path("streams/<path:name>.jsonl", views.lines, name="lines"),
    path("streams/<path:name>/", views.stream, name="stream"),
    path("<slug:digest>/", views.event, name="event"),
]
