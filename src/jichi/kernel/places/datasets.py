"""Open data of places: what is published, as plain rows."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from jichi.kernel.ledger.models import Event

from . import queries
from .events import PlacesLoaded

Row = tuple[Any, ...]


def loaded_at() -> datetime | None:
    """When the places last changed."""
    loads = Event.objects.filter(type=PlacesLoaded.type_name).order_by("-at")  # type: ignore[attr-defined]
    return loads.values_list("at", flat=True).first()


def ward_rows() -> Iterator[Row]:
    for ward in queries.wards().iterator():
        yield ward.code, ward.name, ward.kana, ward.name_en


def town_rows() -> Iterator[Row]:
    for town in queries.towns().iterator():
        yield town.ward_id, town.ward.name, town.name, town.hamlet, town.latitude, town.longitude


def office_rows() -> Iterator[Row]:
    for each in queries.offices().iterator():
        yield (
            each.code, each.kind, each.name, each.name_en, each.ward_id, each.ward.name, each.opened_on, each.closed_on,
            each.note, each.source, each.confidence,
        )  # fmt: skip


def section_rows() -> Iterator[Row]:
    for bureau in queries.bureaus():
        for each in bureau.sections.all():
            yield (
                bureau.code, bureau.name, bureau.name_en, bureau.ward_id, each.code, each.name, each.name_en,
                each.source, each.confidence,
            )  # fmt: skip
