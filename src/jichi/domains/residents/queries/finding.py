"""Find people by what a clerk knows of them: in bounded time, and hidden people by nothing that tells where they are."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.lookups import IsNull

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.policy import holding
from jichi.kernel.places.models import Town

from ..models import CoveredPerson, Entry, Movement, NameKey
from ..permissions import May
from ..rules import numbers
from ..rules.name_folding import beyond, folded, inner_spellings, words_of
from ..rules.protecting import Purpose
from ..rules.search_terms import Search, Span, lots_like
from .protection import coverings
from .register import believed
from .seeing import Seen, gate, sights, through

# More than anybody reads; a count beyond it is said as "1,000 and more".
MOST = 1000
PER_PAGE = 20
A_MONTH = timedelta(days=31)


@dataclass(frozen=True, kw_only=True)
class FoundPeople:
    """One page of what was found, the nearest first. `is_more` says that the list was cut off at `MOST`."""

    rows: tuple[Seen, ...]
    total: int
    page: int
    is_more: bool = False

    @property
    def last_page(self) -> int:
        return max(1, -(-self.total // PER_PAGE))


def people_found(actor: Actor, search: Search, on: date, *, page: int = 1) -> FoundPeople:
    """The people whom the terms mean, each as this reader may see them.

    A search by place passes over people hidden from this reader, as if they lived nowhere; any other finds them without
    their place, since a counter that does not know whom to hand over gives away more (decision 0027).

    Raises: NotThere for who may not look.
    """
    gate(actor, May.LOOK)
    keys = found_keys(actor, search)
    total = min(len(keys), MOST)
    page = min(max(page, 1), max(1, -(-total // PER_PAGE)))
    shown = keys[(page - 1) * PER_PAGE : min(page * PER_PAGE, MOST)]
    return FoundPeople(
        rows=rows_of(actor, shown, purpose_of(search), on), total=total, page=page, is_more=len(keys) > MOST
    )


def purpose_of(search: Search) -> Purpose:
    return Purpose.FIND_BY_PLACE if tells_place(search) else Purpose.FIND


def tells_place(search: Search) -> bool:
    """Whether being found tells where somebody lives: by a place, or by an act, which stands in a ward's list."""
    is_act = search.number is not None and search.number.kind == numbers.ACT
    return bool(search.town or search.lot) or is_act


def rows_of(actor: Actor, keys: list[int], purpose: Purpose, on: date) -> tuple[Seen, ...]:
    now = believed(Entry.objects.filter(person__in=keys, until__isnull=True)).select_related(
        "person", "town__ward"
    )
    entries = {entry.person_id: entry for entry in now}
    views = sights(actor, [entry.person for entry in entries.values()], on, purpose)
    return tuple(through(views[key], entries[key].person, entries[key]) for key in keys if key in entries)


def found_keys(actor: Actor, search: Search) -> list[int]:
    """Keys of people, the nearest first, one more than `MOST` at the most."""
    if search.number:
        return by_number(actor, search)
    if search.town:
        return by_place(actor, search)
    return by_name(search) if search.name else by_birth(search)


def by_number(actor: Actor, search: Search) -> list[int]:
    assert search.number
    entries = believed(Entry.objects.filter(until__isnull=True))
    if search.number.kind == numbers.PERSON:
        entries = entries.filter(person=search.number.serial)
    else:
        written = Movement.objects.filter(pk=search.number.serial).values("entries__person")
        entries = entries.filter(person__in=written)
    return keys_in(also(actor, entries, search).order_by("person"))


def by_place(actor: Actor, search: Search) -> list[int]:
    entries = believed(Entry.objects.filter(until__isnull=True))
    return keys_in(also(actor, entries, search).order_by("town", "lot", "person"))


def by_birth(search: Search) -> list[int]:
    assert search.born
    entries = believed(Entry.objects.filter(until__isnull=True, birth__range=search.born))
    return keys_in(entries.order_by("birth", "person"))


def keys_in(entries: QuerySet[Entry]) -> list[int]:
    return list(entries.values_list("person", flat=True)[: MOST + 1])


def also(actor: Actor, entries: QuerySet[Entry], search: Search) -> QuerySet[Entry]:
    """The entries for which every other term holds too."""
    for word in words_to_find(search):
        entries = entries.filter(is_borne(word))
    if search.born:
        entries = entries.filter(birth__range=search.born)
    if search.town:
        lots = Q()
        for lot in lots_like(search.lot) if search.lot else ():
            lots |= Q(lot__startswith=lot)
        entries = entries.filter(lots, town__in=towns_like(search.town))
    if tells_place(search):
        entries = entries.exclude(Exists(hidden_by_place(actor).filter(person=OuterRef("person"))))
    return entries


def hidden_by_place(actor: Actor) -> QuerySet[CoveredPerson]:
    """Coverings of people whom this reader must not find by where they live."""
    held = holding(actor, May.SEE_PROTECTED)
    wards = [each.ward for each in held if each.ward and not (each.bureau or each.section)]
    everywhere = any(not (each.ward or each.bureau or each.section) for each in held)
    is_named = Q(case__named_person__account__isnull=False, case__named_person__account=actor.account_id)
    return coverings().filter(is_named if everywhere else is_named | ~Q(case__ward__in=wards))


def towns_like(name: str) -> list[int]:
    return list(Town.objects.filter(name__startswith=name).values_list("pk", flat=True))


def words_to_find(search: Search) -> list[str]:
    """A Japanese name is one word; of a Latin one each word may stand anywhere, the longest and rarest first."""
    if not search.name:
        return []
    return sorted(words_of(search.name), key=len, reverse=True) or [folded(search.name)]


def begins_with(word: str) -> QuerySet[NameKey]:
    return NameKey.objects.filter(key__gte=word, key__lt=beyond(word))


def is_borne(word: str) -> Q:
    """Whether somebody has a name in which this stands: a look at each one's few keys, for who was found by other terms.

    A subquery with a limit, and not EXISTS: a planner turns that into reading all keys of all people.
    """
    spelt = Q()
    for text in inner_spellings(word):
        spelt |= Q(key__contains=text)
    theirs = NameKey.objects.filter(spelt, person=OuterRef("person"))
    return Q(IsNull(Subquery(theirs.values("pk")[:1]), False))


def by_name(search: Search) -> list[int]:
    """Exact names first, then names that begin so, then given names, then names in whose middle it stands: walks along
    indices, each cut off.
    """
    first, *others = words_to_find(search)
    keys = begins_with(first)
    for word in others:
        keys = keys.filter(Exists(begins_with(word).filter(person=OuterRef("person"))))
    if search.born:
        keys = keys.filter(born__range=search.born)
    walks = (keys.filter(whole=whole).order_by("key", "whole", "born", "person") for whole in (True, False))
    found = once(person for walk in walks for person in walk.values_list("person", flat=True)[: 2 * MOST + 1])
    if len(found) > MOST or others:
        return found
    return once([*found, *in_the_middle(first, search.born)])


def in_the_middle(word: str, born: Span | None) -> list[int]:
    """Who bears a name with this in its middle, by the parts of names in the order of their letters.

    The few born in one month are asked one by one; else the walk goes from part to part and ends when enough are found.
    """
    if born and born[1] - born[0] <= A_MONTH:
        entries = believed(Entry.objects.filter(until__isnull=True, birth__range=born)).filter(is_borne(word))
        return keys_in(entries.order_by("birth", "person"))
    given: dict[str, Any] = {
        "last": beyond(""),
        "most": 4 * MOST + 1,
        **{f"word{n}": text for n, text in enumerate(inner_spellings(word))},
    }
    if born:
        given |= {"first_day": born[0], "last_day": born[1]}
    with connection.cursor() as cursor:
        cursor.execute(from_part_to_part(len(inner_spellings(word)), when=born is not None), given)
        return [person for (person,) in cursor.fetchall()]


def from_part_to_part(spellings: int, *, when: bool) -> str:
    """No key joins a part to the names that begin with it: both indices are gone through in the order of letters.

    CROSS keeps SQLite from turning the tables round; PostgreSQL would read all names of a year but for the inner LIMIT.
    """
    sqlite = connection.vendor == "sqlite"
    at = "instr" if sqlite else "strpos"
    return (ON_SQLITE if sqlite else ON_POSTGRESQL).format(
        stands_in=" OR ".join(f"{at}(part.text, %(word{n})s) > 1" for n in range(spellings)),
        when="AND born BETWEEN %(first_day)s AND %(last_day)s" if when else "",
    )


ON_SQLITE = """
    SELECT person_id FROM residents_namepart part CROSS JOIN residents_namekey
    WHERE key >= part.text AND key < part.text || %(last)s {when} AND ({stands_in})
    ORDER BY part.text LIMIT %(most)s
"""
ON_POSTGRESQL = """
    SELECT names.person_id FROM residents_namepart part CROSS JOIN LATERAL (
        SELECT person_id FROM residents_namekey WHERE key >= part.text AND key < part.text || %(last)s {when}
        ORDER BY key, whole, born, person_id LIMIT %(most)s
    ) names
    WHERE {stands_in} ORDER BY part.text LIMIT %(most)s
"""


def once(people: Iterable[int]) -> list[int]:
    return list(dict.fromkeys(people))[: MOST + 1]
