"""The people of the demo city, from `demo/people.toml` of the city's folder."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from jichi.kernel.access.actor import machine
from jichi.kernel.access.models import Grant
from jichi.kernel.access.place import Place
from jichi.kernel.access.roles import Role
from jichi.kernel.people.models import Account
from jichi.kernel.places.models import Bureau, Section, Ward

from .actions.create_account import create_account
from .actions.give_role import give_role
from .actions.set_demo_day import NotADemoCity

MAKER = machine("demo", Role.ADMINISTRATOR)


@dataclass(frozen=True, kw_only=True)
class DemoPerson:
    """Somebody to sign in as; `role` is the role's code, or `resident`."""

    email: str
    name: str
    role: str


@dataclass(frozen=True, kw_only=True)
class DemoPeople:
    password: str
    accounts: tuple[DemoPerson, ...]


def demo_people() -> DemoPeople:
    """Who can sign in to the demo city, as its file says."""
    story = read()
    people = (
        DemoPerson(email=each["email"], name=each["name"], role=each.get("role", "resident"))
        for each in story["people"]
    )
    return DemoPeople(password=story["password"], accounts=tuple(people))


def load_demo_people() -> str:
    """Make the demo accounts with their roles; what is there already stays as it is.

    Raises: NotADemoCity, so that no shared password ever opens a real city.
    """
    if not settings.DEMO:
        raise NotADemoCity
    story = read()
    made = [each for each in story["people"] if settle(each, story)]
    return _("デモの利用者：%(made)s人を作りました（全部で%(all)s人）") % {
        "made": len(made),
        "all": len(story["people"]),
    }


def read() -> dict[str, Any]:
    return tomllib.loads((settings.CITY_FOLDER / "demo" / "people.toml").read_text(encoding="utf-8"))


def settle(person: Mapping[str, Any], story: Mapping[str, Any]) -> bool:
    """One person with the roles; True when the account is new."""
    account = Account.objects.filter(email=person["email"]).first()
    is_new = account is None
    if account is None:
        account = create_account(
            actor=MAKER,
            email=person["email"],
            name=person["name"],
            password=story["password"],
            works_for_city="role" in person,
        )
    for role, place, standby in roles_of(person):
        give_once(account, role, place, standby, since=story["since"], reason=story["reason"])
    return is_new


def roles_of(person: Mapping[str, Any]) -> Iterator[tuple[Role, Place, bool]]:
    if "role" in person:
        yield Role(person["role"]), place_of(person), False
    for role in person.get("standby", ()):
        yield Role(role), Place(), True


def place_of(person: Mapping[str, Any]) -> Place:
    return Place(
        ward=Ward.objects.get(code=person["ward"]) if "ward" in person else None,
        bureau=Bureau.objects.get(code=person["bureau"]) if "bureau" in person else None,
        section=Section.objects.get(code=person["section"]) if "section" in person else None,
    )


def give_once(account: Account, role: Role, place: Place, standby: bool, *, since: date, reason: str) -> None:
    # Also not again after it was withdrawn: a second start must not undo what the demo's administrator did.
    if not Grant.objects.filter(account=account, role=role, standby=standby, **place.filters).exists():
        give_role(
            actor=MAKER,
            account=account,
            role=role,
            place=place,
            standby=standby,
            since=since,
            reason=reason,
        )
