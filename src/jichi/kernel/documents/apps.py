from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "jichi.kernel.documents"
    label = "documents"
