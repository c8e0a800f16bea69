from django.urls import path

from . import display

app_name = "kit"
urlpatterns = [
    path("display", display.set_display, name="display"),
    path("language", display.choose_language, name="language"),
]
