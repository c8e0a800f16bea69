"""For those who watch the watchers: looks and searches of their wards, and the looks that somebody should ask about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.policy import holding, may_somewhere
from jichi.kernel.clock.reading import CITY_TIME

from ..models import Entry, Person, PersonLook, ProtectedAttempt, RegisterSearch, Transfer
from ..permissions import May
from ..rules.facts import Facts
from ..rules.name_folding import folded, words_of
from ..rules.unusual import LookedAt, Sign, many_within_an_hour, signs_of
from ..rules.words import SPACE
from .protection import coverings
from .protection_cases import in_wards
from .register import believed
from .seeing import gate
from .transfers import extracts_with

# Of one day; a ward office has some hundreds.
MOST_A_DAY = 5000


@dataclass(frozen=True, kw_only=True)
class Alarm:
    look: PersonLook
    signs: tuple[Sign, ...]


def looks_for(actor: Actor) -> QuerySet[PersonLook]:
    """The looks by clerks of the actor's wards.

    Raises: NotThere for who may not read the looks.
    """
    gate(actor, May.READ_LOOKS)
    looks = PersonLook.objects.filter(watched_by(actor)).select_related("person", "looked_by", "ward")
    return looks.annotate(is_covered=Exists(coverings().filter(person=OuterRef("person"))))


def names_whom(actor: Actor, look: PersonLook) -> bool:
    """Whether the reader may be told whose record it was: that of a protected person, only an officer of protections.

    Who opens a protected record, in which ward, tells where somebody lives.
    """
    is_hidden = look.was_protected or getattr(look, "is_covered", True)
    return not is_hidden or may_somewhere(actor, May.SEE_PROTECTED)


def searches_for(actor: Actor) -> QuerySet[RegisterSearch]:
    """Raises: NotThere for who may not read the looks."""
    gate(actor, May.READ_LOOKS)
    return RegisterSearch.objects.filter(watched_by(actor)).select_related("searched_by", "ward")


def watched_by(actor: Actor) -> Q:
    """Whoever reads looks for the whole city reads also those of people who work for the whole city."""
    everywhere = any(held.ward is None for held in holding(actor, May.READ_LOOKS))
    return Q() if everywhere else in_wards(actor, May.READ_LOOKS)


def looks_at_person(actor: Actor, public_id: UUID) -> QuerySet[PersonLook]:
    """Of a protected person none, for who is no officer of protections."""
    looks = looks_for(actor).filter(person__public_id=public_id)
    return (
        looks
        if may_somewhere(actor, May.SEE_PROTECTED)
        else looks.exclude(Exists(coverings().filter(person=OuterRef("person")))).filter(was_protected=False)
    )


def extracts_with_person(actor: Actor, public_id: UUID) -> QuerySet[Transfer]:
    """The files in which somebody's record went out, asked for in the actor's wards; of a protected person none, for who is
    no officer of protections: the wards of an extract tell where somebody lives.

    Raises: NotThere for who may not read the looks.
    """
    person = watched_person(actor, public_id)
    return extracts_with(person).filter(watched_by(actor)) if person else Transfer.objects.none()


def watched_person(actor: Actor, public_id: UUID) -> Person | None:
    """The person whose looks are read; None where this reader must not be told who it is.

    Raises: NotThere for who may not read the looks.
    """
    gate(actor, May.READ_LOOKS)
    people = Person.objects.filter(public_id=public_id)
    if not may_somewhere(actor, May.SEE_PROTECTED):
        people = people.exclude(Exists(coverings().filter(person=OuterRef("pk"))))
    return people.first()


def looks_by_clerk(actor: Actor, public_id: UUID) -> QuerySet[PersonLook]:
    return looks_for(actor).filter(looked_by__public_id=public_id)


def protected_looks_for(actor: Actor) -> QuerySet[PersonLook]:
    """Looks at people in the charge of the actor's wards, by whomever.

    Raises: NotThere for who is no officer of protections.
    """
    gate(actor, May.SEE_PROTECTED)
    wards = [held.ward for held in holding(actor, May.SEE_PROTECTED)]
    cases = Q() if None in wards else Q(person__protections__case__ward__in=wards)
    named = (
        Q(person__protections__case__named_person__account=actor.account_id)
        if actor.account_id
        else Q(pk=None)
    )
    looks = PersonLook.objects.filter(cases, was_protected=True).exclude(named).distinct()
    return looks.select_related("person", "looked_by", "ward")


def alarms_on(actor: Actor, day: date) -> list[Alarm]:
    """The looks of a day that somebody should ask about, the newest first. A fixed number of queries."""
    start = datetime.combine(day, time(0), CITY_TIME)
    rows = looks_for(actor).filter(at__gte=start, at__lt=start + timedelta(days=1)).order_by("-at", "-pk")
    looks = list(rows.select_related("person__account", "looked_by", "ward")[:MOST_A_DAY])
    known = known_of(looks, start)
    busy = many_within_an_hour(known)
    signs = {each.key: signs_of(each, busy) for each in known}
    return [Alarm(look=look, signs=signs[look.pk]) for look in looks if signs[look.pk]]


def known_of(looks: Sequence[PersonLook], start: datetime) -> list[LookedAt]:
    """What is known of the two people of each look. Three queries."""
    clerks = clerks_on_register({look.looked_by_id for look in looks})
    facts = facts_of({look.person_id for look in looks} | {person.pk for person in clerks.values()})
    stopped = attempts_since(start)
    return [looked_at(look, clerks.get(look.looked_by_id), facts, stopped) for look in looks]


def clerks_on_register(accounts: set[int | None]) -> dict[int | None, Person]:
    return {person.account_id: person for person in Person.objects.filter(account__in=accounts - {None})}


def facts_of(people: set[int]) -> dict[int, Facts]:
    entries = believed(Entry.objects.filter(person__in=people, until__isnull=True))
    return {entry.person_id: entry.facts for entry in entries}


def attempts_since(start: datetime) -> set[tuple[int, int | None]]:
    """People and who was turned away from their record."""
    return set(ProtectedAttempt.objects.filter(at__gte=start).values_list("person", "tried_by"))


def looked_at(
    look: PersonLook, clerk: Person | None, facts: dict[int, Facts], stopped: set[tuple[int, int | None]]
) -> LookedAt:
    of_person, of_clerk = facts.get(look.person_id), facts.get(clerk.pk) if clerk else None
    return LookedAt(
        key=look.pk,
        clerk=look.looked_by_id,
        at=look.at,
        person=look.person_id,
        clerk_person=clerk.pk if clerk else None,
        household=of_person.household if of_person else None,
        clerk_household=of_clerk.household if of_clerk else None,
        surname=surname(of_person.name) if of_person else "",
        clerk_surname=surname(look.looked_by.name) if look.looked_by else "",
        is_colleague=bool(look.person.account and look.person.account.works_for_city),
        was_handed_over=(look.person_id, look.looked_by_id) in stopped,
    )


def surname(name: str) -> str:
    """The surname as names are compared; of a Latin name its first word."""
    return (words_of(name) or [folded(name.replace(" ", SPACE).partition(SPACE)[0])])[0]
