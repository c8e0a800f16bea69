"""Hold people and their households until an act ends: people first, then households, each in the order of their keys.

Whoever changes, protects or certifies somebody takes the rows in this order, so that two acts never wait crosswise. A
household is held too, because who joins it is not held by who certifies those who are in it already.
"""

from collections.abc import Iterable

from jichi.kernel.ledger.lock import lock

from ..models import Entry, Household, Person
from ..queries.register import believed


def hold_people(people: Iterable[int]) -> list[Person]:
    """These people, held. Others may go on pointing at the rows: a look, a search, a name key."""
    return list(lock(Person.objects.filter(pk__in=set(people)).order_by("pk"), keeps_key=True))


def hold_households(people: Iterable[int], *, also: Iterable[int] = ()) -> list[Household]:
    """The households to which these people ever belonged by what is believed, and those named.

    Not only where they are now: who voids a movement sends them back to where they were.
    """
    homes = believed(Entry.objects.filter(person__in=set(people))).values_list("household", flat=True)
    # Named by their keys: of a subquery beside OR, PostgreSQL would read all households of the city.
    keys = {*homes, *named} if (named := set(also)) else homes
    return list(lock(Household.objects.filter(pk__in=keys).order_by("pk"), keeps_key=True))
