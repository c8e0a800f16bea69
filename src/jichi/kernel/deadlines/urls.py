from django.urls import path

from . import views

app_name = "deadlines"
urlpatterns = [
    path("", views.home, name="home"),
    path("sections/<slug:code>.ics", views.feed, name="feed"),
    path("<uuid:public_id>/", views.page, name="page"),
]
