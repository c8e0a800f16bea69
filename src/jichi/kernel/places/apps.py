from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "jichi.kernel.places"
    label = "places"
