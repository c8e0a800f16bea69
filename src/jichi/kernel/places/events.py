"""What the record says of places. Pure."""

from jichi.kernel.ledger.event import event


@event("places.places.loaded")
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
