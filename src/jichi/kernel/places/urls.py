from django.urls import path

from . import views

app_name = "places"
urlpatterns = [
    path("", views.home, name="home"),
    path("towns/", views.towns, name="towns"),
    path("offices/", views.offices, name="offices"),
    path("organisation/", views.organisation, name="organisation"),
    path("<slug:code>/", views.ward, name="ward"),
]
