"""A city with a key of its own and one more template."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.town import Town

from jichi.kernel.documents import templates
from jichi.kernel.documents.loading import see_to_the_key
from jichi.kernel.documents.models import Document

from .issuing import TEMPLATE, issued


@pytest.fixture
def own_template() -> Iterator[None]:
    templates.declare([TEMPLATE])
    yield
    del templates._declared[TEMPLATE.name]


@pytest.fixture
def key(db: None, tmp_path: Path, settings, own_template: None) -> str:
    """The fingerprint of a key that belongs to this test only."""
    settings.VAR = tmp_path / "var"
    return see_to_the_key()


@pytest.fixture
def document(town: Town, key: str) -> Document:
    """A document about a person: nobody but its holder may learn more than that it stands."""
    return issued(town)
