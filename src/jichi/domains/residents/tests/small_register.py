"""A small register for tests: people are put on it by a verb of its own, as all set-up goes through actions."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from tests.town import Town as SmallTown

from jichi.domains.residents.actions.writing import Change, Intake, enter
from jichi.domains.residents.models import Household, Movement, Person
from jichi.domains.residents.permissions import May
from jichi.domains.residents.rules.words import HEAD, Sex
from jichi.kernel.access.actor import Actor, machine
from jichi.kernel.access.roles import Role
from jichi.kernel.actions.action import action
from jichi.kernel.places.models import Town, Ward

REGISTRY = machine("demo-registry", Role.REGISTRY_CHIEF)
LONG_AGO = date(2005, 4, 1)


@action(needs=May.ENTER_MOVEMENT, within="intake")
def write(*, actor: Actor, intake: Intake, changes: list[Change]) -> Movement:
    """Any movement at all. For tests of what stands below the verbs."""
    return enter(intake, changes, verb="write")


def town_in(ward: Ward, name: str = "見本町一丁目") -> Town:
    return Town.objects.get_or_create(ward=ward, name=name, hamlet="")[0]


def moved(
    person: Person,
    ward: Ward,
    items: Mapping[str, Any],
    *,
    kind: str = "moved",
    on: date = LONG_AGO,
    received_at: datetime | None = None,
    voids: Movement | None = None,
) -> Movement:
    intake = Intake(kind=kind, happened_on=on, ward=ward, received_at=received_at, voids=voids)
    changes = [Change(person=person, items=items)] if items else []
    return write(actor=REGISTRY, intake=intake, changes=changes)


def resident(place: SmallTown, name: str = "見本　花子", *, on: date = LONG_AGO, **more: Any) -> Person:
    """Somebody who moved in with a household of their own, or into the one given."""
    person = Person.objects.create()
    items = {
        "name": name,
        "kana": "みほん　はなこ",
        "birth": date(1980, 5, 17),
        "sex": Sex.FEMALE,
        "relationship": HEAD,
        "town": town_in(place.ward).pk,
        "lot": "1番1号",
        "address_since": on,
        "resident_since": on,
        "household": None,
        "domicile": "川崎市川崎区見本町一丁目1番",
        "domicile_first": name,
        **more,
    }
    if items["household"] is None:
        items["household"] = Household.objects.create().pk
    moved(person, place.ward, items, kind="moved_in", on=on)
    return person
