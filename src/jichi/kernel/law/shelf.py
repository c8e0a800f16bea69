"""Where the house keeps its law book: `from jichi.kernel.law.shelf import law`."""

from pathlib import Path
from typing import cast

from django.apps import apps
from django.conf import settings
from django.utils.functional import SimpleLazyObject

from .book import LawBook


def read_law() -> LawBook:
    """The defaults of the kernel and of every domain, with the city's own law over them.

    Raises: WrongLawFile.
    """
    domains = [Path(app.path) / "law" for app in apps.get_app_configs() if app.name in settings.DOMAINS]
    defaults = [Path(__file__).parent / "defaults", *(folder for folder in domains if folder.is_dir())]
    return LawBook.load(defaults, settings.CITY_FOLDER / "law")


law = cast(LawBook, SimpleLazyObject(read_law))
