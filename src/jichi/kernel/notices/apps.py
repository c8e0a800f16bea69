from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "jichi.kernel.notices"
    label = "notices"
