from django.apps import AppConfig


class AdministrationConfig(AppConfig):
    name = "jichi.kernel.administration"
    label = "administration"
