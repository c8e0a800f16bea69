"""The keys of these tests lie in a folder of their own."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own_keys(settings, tmp_path: Path) -> Path:
    settings.VAR = tmp_path
    return tmp_path / "keys"
