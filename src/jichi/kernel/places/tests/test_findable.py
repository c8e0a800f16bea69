"""Places in the search box."""

import pytest
from django.conf import settings

from jichi.kernel.access.actor import NOBODY
from jichi.kernel.places.actions.load_city import load_city
from jichi.kernel.search.find import find

pytestmark = pytest.mark.django_db


def found(typed: str) -> list[tuple[str, str]]:
    hits = find(typed, actor=NOBODY).hits
    return [(hit.kind, "".join(piece.text for piece in hit.title)) for hit in hits]


def test_wards_offices_and_towns_are_found_as_soon_as_they_are_loaded() -> None:
    assert settings.CITY_FOLDER.name == "kawasaki"
    load_city()
    assert ("窓口", "多摩区役所") in found("多摩区役所")
    assert ("区", "麻生区") in found("あさおく")
    assert ("町", "浅田一丁目") in found("浅田一丁目")
