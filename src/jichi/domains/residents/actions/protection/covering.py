"""Whom a case covers: also whoever comes to live with those covered."""

from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import QuerySet

from ...models import CoveredPerson, Entry, Person, ProtectionCase
from ...queries.protection import coverings
from ...queries.register import believed
from ...rules.protection_words import Covered


def cover(case: ProtectionCase, people: Collection[Person], *, as_what: Covered, on: date) -> None:
    """Cover these people too; never the person named.

    The act holds their household (`actions.holding`): a paper about one of them is issued before this, or not at all. To
    hold housemates themselves only now, after their household, would let two acts wait for each other.
    """
    CoveredPerson.objects.bulk_create(
        [
            CoveredPerson(case=case, person=person, as_what=as_what, since=on)
            for person in people
            if person.pk != case.named_person_id
        ],
        ignore_conflicts=True,
    )


def cover_household(case: ProtectionCase, people: Iterable[Person], *, on: date) -> None:
    """Cover all who live with these people: their records tell the same address.

    In steps, each found by an index: nested in one query, PostgreSQL went through the whole register for each person as
    long as it had no statistics of it.
    """
    households = set(living().filter(person__in=people).values_list("household", flat=True))
    at_home = set(living().filter(household__in=households).values_list("person", flat=True))
    known = set(case.covered.filter(left_on__isnull=True).values_list("person", flat=True))
    housemates = Person.objects.filter(pk__in=at_home - known).order_by("pk")
    cover(case, list(housemates), as_what=Covered.HOUSEHOLD, on=on)


def cover_newcomers(people: Iterable[Person], *, on: date) -> None:
    """After a movement: whoever now lives with somebody covered is covered by the same cases.

    Also children who are born, and people who come to live there later. One query where nobody is protected.
    """
    concerned = [person.pk for person in people]
    households = living().filter(person__in=concerned).values("household")
    at_home = living().filter(household__in=households, person__in=coverings().values("person"))
    for covering in coverings().filter(person__in=at_home.values("person")).select_related("case", "person"):
        cover_household(covering.case, [covering.person], on=on)


def living() -> QuerySet[Entry]:
    """Records that hold now, of people with a household."""
    return believed(Entry.objects.filter(until__isnull=True, household__isnull=False))
