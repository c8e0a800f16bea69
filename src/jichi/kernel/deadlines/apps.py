from django.apps import AppConfig


class DeadlinesConfig(AppConfig):
    name = "jichi.kernel.deadlines"
    label = "deadlines"
