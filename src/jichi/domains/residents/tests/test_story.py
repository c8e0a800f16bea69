"""The people of the demo story are on the register, found by their keys, and say that they do not exist."""

import pytest
from django.conf import settings
from tests.town import Town as SmallTown

from jichi.domains.residents.demo import story
from jichi.domains.residents.demo.story import play
from jichi.domains.residents.models import Entry, Movement
from jichi.kernel.places.models import Town, Ward

pytestmark = pytest.mark.django_db
KEYS = ("family_head", "family_spouse", "family_daughter", "family_son", "foreign_resident",
        "protected_mother", "protected_child", "elderly_head", "leaver")  # fmt: skip


@pytest.fixture(autouse=True)
def played(town: SmallTown) -> None:
    for movement in story.movements():
        ward = Ward.objects.get(code=movement["ward"])
        Town.objects.get_or_create(ward=ward, name=movement["address"]["town"], hamlet="")
    play()


@pytest.mark.parametrize("key", KEYS)
def test_everybody_of_the_story_is_found_and_says_demo(key: str) -> None:
    person = story.story(key)
    name = Entry.objects.get(person=person, until__isnull=True).name
    assert person.is_demo
    assert "デモ" in name or "DEMO" in name


def test_the_story_is_put_on_the_register_once() -> None:
    before = Movement.objects.count()
    play()
    assert Movement.objects.count() == before == len(story.movements())
    assert settings.CITY_FOLDER.name == "kawasaki"


def test_the_family_of_four_is_one_household() -> None:
    household = story.story_household("family")
    members = Entry.objects.filter(household=household, until__isnull=True)
    assert {entry.person for entry in members} == {story.story(key) for key in KEYS[:4]}
