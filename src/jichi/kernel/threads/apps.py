from django.apps import AppConfig


class ThreadsConfig(AppConfig):
    name = "jichi.kernel.threads"
    label = "threads"
