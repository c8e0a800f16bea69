from django.apps import AppConfig
from django.utils.translation import get_language, gettext

from jichi.kernel.values.fault import speak


class LawConfig(AppConfig):
    name = "jichi.kernel.law"
    label = "law"

    def ready(self) -> None:
        speak(translate=gettext, language=lambda: get_language() or "ja")
