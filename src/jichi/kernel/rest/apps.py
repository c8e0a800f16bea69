from django.apps import AppConfig


class RestConfig(AppConfig):
    name = "jichi.kernel.rest"
    label = "rest"
