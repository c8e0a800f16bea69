"""The real chapter, read once, and taken in where a test asks for it."""

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from tests.town import Town

from jichi.domains.plans.actions.import_edition import Source, import_edition
from jichi.domains.plans.models import Edition, ProgrammeReview
from jichi.domains.plans.rules.reading import Reading, read_chapter_bytes
from jichi.kernel.access.actor import Actor
from jichi.kernel.access.roles import Role

from .sheets import Office, owned

SEED = Path(settings.CITY_FOLDER / "plans/chapter7_2011-2013.txt")
NEXT = Path(settings.CITY_FOLDER / "plans/demo_next_edition.txt")
IMPORT_DAY = date(2011, 4, 1)


def take_in(actor: Actor, file: Path) -> Edition:
    reading = read_chapter_bytes(file.read_bytes())
    source = Source(name=file.name, text=file.read_text(encoding="utf-8"))
    return import_edition(actor=actor, reading=reading, source=source, on=IMPORT_DAY)


@pytest.fixture(scope="session")
def reading() -> Reading:
    return read_chapter_bytes(SEED.read_bytes())


@pytest.fixture
def planner(town: Town) -> Actor:
    return town.actor(town.staff(Role.PLANNING_OFFICER))


@pytest.fixture
def edition(planner: Actor) -> Edition:
    return take_in(planner, SEED)


@pytest.fixture
def office(town: Town) -> Office:
    return Office.of(town)


@pytest.fixture
def sheet(edition: Edition, office: Office, town: Town) -> ProgrammeReview:
    """The draft of one programme's sheet, in a round that is open."""
    owned(edition, office.planner, town)
    return office.sheet(office.open(edition))
