"""Used codes and counted tries are in the cache, which outlives the database of a test."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    cache.clear()
