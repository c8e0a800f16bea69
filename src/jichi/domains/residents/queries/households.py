"""Households as a clerk reads them: the members of any day, and the movements that made them so."""

from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.policy import holding, may
from jichi.kernel.access.roles import Scope
from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.clock.reading import now
from jichi.kernel.places.models import Town, Ward

from ..models import Entry, Household, Movement, Person, PersonLook
from ..permissions import May
from ..rules.words import HEAD, Standing
from .looks import HOLDS_FOR
from .register import believed, holding_on, members_on
from .seeing import Seen, gate, seen_entries, sights


def household_with(actor: Actor, public_id: UUID) -> Household:
    """Raises: NotThere."""
    gate(actor, May.LOOK)
    if found := Household.objects.filter(public_id=public_id).first():
        return found
    raise NotThere


def household_numbered(number: str) -> Household | None:
    """The household with this number (27-…), if it is one."""
    digits = "".join(each for each in number if each.isdigit())
    if len(digits) < 4 or not digits.isascii():
        return None
    found = Household.objects.filter(pk=int(digits[2:-1])).first()
    return found if found and found.number.replace("-", "") == digits else None


def member_entries(household: Household, day: date, *, believed_at: datetime | None = None) -> list[Entry]:
    """The members' records on a day, the head first."""
    entries = members_on(household, day, believed_at=believed_at).select_related(
        "person", "town__ward", "movement"
    )
    return sorted(entries, key=lambda entry: (entry.relationship != HEAD, entry.person_id))


def members_seen(
    actor: Actor, household: Household, day: date, *, on: date, believed_at: datetime | None = None
) -> list[Seen]:
    """The members on a day, as this reader may see them today. Two queries."""
    return seen_entries(actor, member_entries(household, day, believed_at=believed_at), on)


def left_members(household: Household, day: date) -> list[Entry]:
    """Whose record was removed while they were in this household, and holds so on the day."""
    entries = holding_on(believed(Entry.objects.filter(household=household, standing=Standing.REMOVED)), day)
    return list(entries.select_related("person", "town__ward", "movement").order_by("person_id"))


def companions_of(movement: Movement, went: Collection[int]) -> list[Entry]:
    """Who lived with these people when they went: the members of their households on the day before, and of that day."""
    day = movement.happened_on
    theirs = believed(Entry.objects.filter(person__in=went)).exclude(household=None)
    before = holding_on(theirs, day - timedelta(days=1)).values("household")
    rows = holding_on(believed(Entry.objects.filter(household__in=before)), day - timedelta(days=1))
    found = rows.exclude(standing=Standing.REMOVED).select_related("person", "town__ward", "movement")
    return sorted(found, key=lambda entry: (entry.relationship != HEAD, entry.person_id))


def everybody_of(household: Household) -> QuerySet[Person]:
    """Everybody who was ever in a household, as far as it is believed or was."""
    return Person.objects.filter(pk__in=Entry.objects.filter(household=household).values("person"))


def movements_of(actor: Actor, household: Household, *, on: date) -> list[Movement]:
    """The movements of a household, newest first; none where one of its people is hidden from this reader."""
    people = list(everybody_of(household))
    if any(sight.hidden for sight in sights(actor, people, on).values()):
        return []
    rows = Movement.objects.filter(pk__in=Entry.objects.filter(household=household).values("movement"))
    rows |= Movement.objects.filter(voids__in=Entry.objects.filter(household=household).values("movement"))
    return list(
        rows.select_related("ward", "voided_by", "voids").order_by("-happened_on", "-received_at", "-pk")
    )


def without_look(actor: Actor, people: Iterable[Person]) -> list[Person]:
    """Those whom this reader has not looked at with a reason that still holds. One query."""
    people = list(people)
    looks = PersonLook.objects.filter(
        person__in=people, looked_by=actor.account_id, actor_title=actor.title, at__gt=now() - HOLDS_FOR
    )
    seen = set(looks.values_list("person", flat=True))
    return [person for person in people if person.pk not in seen]


def wards_to_enter_in(actor: Actor) -> QuerySet[Ward]:
    """The wards whose movements the actor enters."""
    held = holding(actor, May.ENTER_MOVEMENT)
    if not held:
        raise NotThere
    codes = [each.ward for each in held if each.ward]
    return (
        Ward.objects.all() if any(each.ward is None for each in held) else Ward.objects.filter(code__in=codes)
    )


def may_enter_in(actor: Actor, ward: str | None) -> bool:
    return ward is not None and may(actor, May.ENTER_MOVEMENT, Scope(ward=ward))


def towns_of(wards: QuerySet[Ward]) -> QuerySet[Town]:
    return Town.objects.filter(ward__in=wards).select_related("ward").order_by("ward_id", "name", "hamlet")


def towns_named(keys: Iterable[int]) -> dict[int, str]:
    """Ward and name of these towns, by key."""
    rows = Town.objects.filter(pk__in=set(keys)).select_related("ward")
    return {town.pk: f"{town.ward.name}{town.name}{town.hamlet}" for town in rows}


def movements_entered(actor: Actor) -> QuerySet[Movement]:
    """What was entered in the wards in which the actor works, the newest first.

    Raises: NotThere.
    """
    wards = wards_to_enter_in(actor)
    return (
        Movement.objects.filter(ward__in=wards)
        .select_related("ward", "voided_by")
        .order_by("-recorded_at", "-pk")
    )


def movement_numbered(actor: Actor, number: str) -> Movement:
    """A movement by its number, for who works in its ward.

    Raises: NotThere.
    """
    digits = number.replace("-", "")
    key = int(digits[2:-1]) if digits.isdecimal() and 4 <= len(digits) <= 16 else 0
    found = movements_entered(actor).select_related("voids", "office").filter(pk=key).first()
    if found is None or found.number != number:
        raise NotThere
    return found
