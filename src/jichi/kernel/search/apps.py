from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "jichi.kernel.search"
    label = "search"
