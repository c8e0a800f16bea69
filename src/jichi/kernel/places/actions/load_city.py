"""Loading this installation's own city, at the start and by command."""

from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from jichi.kernel.access.actor import machine
from jichi.kernel.access.roles import Role

from .load_places import NothingNew, load_places

IMPORTER = machine("importer", Role.ADMINISTRATOR)


def city_folder() -> Path:
    return Path(settings.CITY_FOLDER) / "places"


def load_city(folder: Path | None = None) -> str:
    """Load the places of the city's folder and say in one sentence what came of it.

    Raises: WrongPlacesFile.
    """
    try:
        loaded = load_places(actor=IMPORTER, folder=folder or city_folder())
    except NothingNew as same:
        return str(same.message)
    return _(
        "区%(wards)s、町丁目%(towns)s、局・区役所%(bureaus)s、課%(sections)s、窓口%(offices)sを読みました"
        "（新しいもの%(added)s件、変わったもの%(changed)s件）。"
    ) % vars(loaded)
