from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "jichi.kernel.people"
    label = "people"
