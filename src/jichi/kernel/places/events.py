"""What the record says of places. Pure."""

from jichi.kernel.ledger.event import event
from jichi.kernel.values.fault import gettext_noop as _


@event("places.places.loaded", label=_("区・町・組織・窓口のデータを取り込んだ"))
class PlacesLoaded:
    """A city's files of places were taken over; `digest` is that of the files."""

    wards: int
    towns: int
    bureaus: int
    sections: int
    offices: int
    added: int
    changed: int
    digest: str
