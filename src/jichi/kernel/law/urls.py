from django.urls import path

from . import views

app_name = "law"
urlpatterns = [
    path("", views.home, name="home"),
    path("<str:key>/", views.entry, name="entry"),
]
