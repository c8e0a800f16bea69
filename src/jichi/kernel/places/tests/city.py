"""The real city's places, for tests that read them."""

from pathlib import Path

import pytest
from django.conf import settings

from jichi.kernel.places.actions.load_city import load_city

KAWASAKI = Path(settings.CITY_FOLDER) / "places"


@pytest.fixture
def kawasaki(db: None) -> None:
    """Wards, towns, organisation and offices, loaded as at the first start."""
    load_city()
