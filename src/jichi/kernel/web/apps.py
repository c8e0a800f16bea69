from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "jichi.kernel.web"
    label = "web"
