"""Take the city's files of places over."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.action import action, record
from jichi.kernel.actions.refusal import Refusal
from jichi.kernel.search.index import index

from ..events import PlacesLoaded
from ..models import Bureau, Office, Section, Town, Ward
from ..permissions import May
from ..reading import Places, read_places
from ..reading.rows import OfficeRow
from .findable import findable
from .keep_rows import Kept, keep_rows

STREAM = "places"


class NothingNew(Refusal):
    code = "places.nothing_new"
    message = _("区・町・組織・窓口のデータは前回から変わっていません。何も書き換えませんでした。")


@action(needs=May.LOAD_PLACES)
def load_places(*, actor: Actor, folder: Path) -> PlacesLoaded:
    """Bring wards, towns, bureaus, sections and offices in line with the files of the folder.

    Places that the files no longer name stay, because other records may point to them.

    Ledger: places.places.loaded
    Raises: WrongPlacesFile, with file, place and reason; NothingNew.
    """
    places = read_places(folder)
    kept = keep_all(places)
    if kept == Kept():
        raise NothingNew
    index(*findable())
    loaded = told(places, kept)
    record(loaded, stream=STREAM)
    return loaded


def keep_all(places: Places) -> Kept:
    kept = keep_rows(Ward, map(vars, places.wards), by=["code"])
    kept += keep_rows(Town, map(vars, places.towns), by=["ward_id", "name", "hamlet"])
    kept += keep_rows(Bureau, map(vars, places.bureaus), by=["code"])
    kept += keep_rows(Section, map(vars, places.sections), by=["code"])
    return kept + keep_rows(Office, office_columns(places.offices), by=["code"])


def office_columns(offices: list[OfficeRow]) -> list[dict[str, object]]:
    """The columns of each office, its town found by ward and name."""
    towns = {
        (ward, name): pk
        for pk, ward, name in Town.objects.filter(hamlet="").values_list("pk", "ward", "name")
    }
    return [
        {**{name: value for name, value in vars(office).items() if name != "town"},
         "town_id": towns[office.ward_id, office.town] if office.town else None}
        for office in offices
    ]  # fmt: skip


def told(places: Places, kept: Kept) -> PlacesLoaded:
    return PlacesLoaded(
        wards=len(places.wards),
        towns=len(places.towns),
        bureaus=len(places.bureaus),
        sections=len(places.sections),
        offices=len(places.offices),
        added=kept.added,
        changed=kept.changed,
        digest=places.digest,
    )
