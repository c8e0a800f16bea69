from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "jichi.kernel.access"
    label = "access"
