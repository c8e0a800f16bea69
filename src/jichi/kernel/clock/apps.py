from django.apps import AppConfig


class ClockConfig(AppConfig):
    name = "jichi.kernel.clock"
    label = "clock"
