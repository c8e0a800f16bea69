from django.apps import AppConfig


class TasksConfig(AppConfig):
    name = "jichi.kernel.tasks"
    label = "tasks"
