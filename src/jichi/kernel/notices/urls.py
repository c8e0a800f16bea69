from django.urls import path

from . import views

app_name = "notices"
urlpatterns = [
    path("", views.home, name="home"),
    path("read", views.mark_read, name="read_all"),
    path("<uuid:notice>/read", views.mark_read, name="read"),
]
