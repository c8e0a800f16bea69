"""What every test may ask for."""

import pytest

from tests.town import Town


@pytest.fixture
def town(db: None) -> Town:
    return Town()
