"""Families for tests of movements: they come into the register by its own verbs."""

from datetime import date, timedelta
from typing import Any

from tests.town import Town as SmallTown

from jichi.domains.residents.actions.moves.order import Address, Order, Seat
from jichi.domains.residents.actions.moves.table import VERBS
from jichi.domains.residents.actions.writing import Intake
from jichi.domains.residents.models import Entry, Household, Movement, Person
from jichi.domains.residents.queries.register import members_on, record_on
from jichi.domains.residents.rules.words import HEAD, Sex
from jichi.kernel.access.actor import Actor
from jichi.kernel.access.roles import Role
from jichi.kernel.places.models import Ward

from .small_register import town_in

DAY = date(2012, 10, 1)
TODAY = date(2012, 11, 1)
FAMILY = (
    ("実例　太郎", HEAD, Sex.MALE, date(1970, 4, 1)),
    ("実例　花子", "妻", Sex.FEMALE, date(1972, 5, 2)),
    ("実例　一郎", "子", Sex.MALE, date(2001, 6, 3)),
    ("実例　二葉", "子", Sex.FEMALE, date(2004, 7, 4)),
)


def clerk(place: SmallTown) -> Actor:
    return place.actor(place.staff(Role.REGISTRY_CLERK, ward=place.ward))


def chief(place: SmallTown) -> Actor:
    return place.actor(place.staff(Role.REGISTRY_CHIEF, ward=place.ward))


def intake(ward: Ward, kind: str, on: date = DAY, *, days: int | None = 0, **more: Any) -> Intake:
    """A movement of a day; notified so many days later, or not by anybody (None)."""
    notified = None if days is None else on + timedelta(days=days)
    return Intake(kind=kind, happened_on=on, ward=ward, notified_on=notified, **more)


def newcomer(name: str, relationship: str, sex: Sex, birth: date, **more: Any) -> Seat:
    kana = "じつれい　ひと" if name.startswith("実例") else ""
    items = {"name": name, "kana": kana, "sex": sex, "birth": birth, **more}
    return Seat(person=Person(), relationship=relationship, items=items)


def address(ward: Ward, lot: str = "1番1号", building: str = "") -> Address:
    return Address(town=town_in(ward), lot=lot, building=building)


def enter(actor: Actor, told: Intake, order: Order, *, on: date = TODAY) -> Movement:
    """Any kind of movement, by its own verb."""
    return VERBS[told.kind].act(actor=actor, intake=told, order=order, on=on)


def family(
    place: SmallTown, actor: Actor, *, on: date = DAY, lot: str = "1番1号", members: Any = FAMILY
) -> Household:
    """A family moves in together."""
    seats = tuple(newcomer(*each) for each in members)
    order = Order(seats=seats, address=address(place.ward, lot), place="横浜市見本区")
    movement = enter(actor, intake(place.ward, "moved_in", on), order, on=max(on, TODAY))
    home = Entry.objects.filter(movement=movement, superseded_at=None).values_list("household", flat=True)[0]
    return Household.objects.get(pk=home)


def people(home: Household, on: date = TODAY) -> dict[str, Person]:
    """The members by their given names."""
    return {entry.facts.given_name: entry.person for entry in members_on(home, on)}


def ties(home: Household, on: date = TODAY) -> dict[str, str]:
    """Given names with relationships, as the register has them on a day."""
    return {entry.facts.given_name: entry.relationship for entry in members_on(home, on)}


def seats(*persons: Person, **relationships: str) -> tuple[Seat, ...]:
    return tuple(Seat(person=person) for person in persons)


def record(person: Person, on: date = TODAY) -> Entry:
    found = record_on(person, on)
    assert found is not None
    return found
