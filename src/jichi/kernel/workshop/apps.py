from django.apps import AppConfig


class WorkshopConfig(AppConfig):
    name = "jichi.kernel.workshop"
    label = "workshop"
