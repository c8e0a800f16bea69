from django.urls import path

from . import views

app_name = "threads"
urlpatterns = [
    path("", views.find, name="find"),
    path("<str:typed>/", views.short_link, name="record"),
]
