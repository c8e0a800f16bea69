"""The people of the demo story, whom every part of the demo may ask for by their key."""

import tomllib
from collections.abc import Iterator
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.conf import settings
from django.utils.translation import gettext as _

from jichi.kernel.access.actor import machine
from jichi.kernel.access.roles import Role
from jichi.kernel.places.models import Town, Ward

from ..actions.put_on_register import Newcomer, put_on_register
from ..actions.writing import Intake
from ..models import Household, Person

REGISTRY = machine("demo-registry", Role.REGISTRY_CHIEF)


def story(key: str) -> Person:
    """Somebody of the story: ``story("family_head")``.

    Raises: Person.DoesNotExist, for a key that `demo/residents.toml` does not have.
    """
    return Person.objects.get(public_id=id_of(key))


def story_household(key: str) -> Household:
    """Raises: Household.DoesNotExist."""
    return Household.objects.get(public_id=id_of(f"household/{key}"))


def id_of(key: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"https://demo.jichi.example/residents/{key}")


def play() -> str:
    """Put the people of the story on the register; a second call finds them there."""
    new = [movement for movement in movements() if not is_there(movement)]
    for movement in new:
        enter_movement(movement)
    return _("デモの物語：%(movements)s件の異動を入れました") % {"movements": len(new)}


def movements() -> list[dict[str, Any]]:
    path = settings.CITY_FOLDER / "demo/residents.toml"
    return list(tomllib.loads(path.read_text(encoding="utf-8"))["movements"])


def is_there(movement: dict[str, Any]) -> bool:
    return Person.objects.filter(public_id=id_of(movement["people"][0]["key"])).exists()


def enter_movement(movement: dict[str, Any]) -> None:
    ward = Ward.objects.get(code=movement["ward"])
    intake = Intake(
        kind=movement["kind"],
        happened_on=movement["on"],
        ward=ward,
        note=_("デモの物語の人です。実在しません。"),
        is_demo=True,
    )
    put_on_register(
        actor=REGISTRY,
        intake=intake,
        household=id_of(f"household/{movement['household']}"),
        newcomers=list(newcomers_of(movement, ward)),
    )


def newcomers_of(movement: dict[str, Any], ward: Ward) -> Iterator[Newcomer]:
    address = dict(movement["address"])
    town = Town.objects.get(ward=ward, name=address.pop("town"), hamlet="")
    at_home = {
        **address,
        "town": town.pk,
        "came_from": movement.get("came_from", ""),
        "address_since": movement["on"],
        "resident_since": movement["on"],
    }
    for each in movement["people"]:
        yield Newcomer(public_id=id_of(each["key"]), items={**at_home, **each["items"]})
