"""Whose family register is which, and who is related to whom, as far as the registers of this city know. No gate."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Q, QuerySet

from ..models import FamilyMember, FamilyRegister, FamilyTie, MemberRecord, Person

# Nobody alive has more generations before or after them; it bounds the queries.
MOST_GENERATIONS = 6


class Relation(StrEnum):
    """How one person stands to another in the eyes of 戸籍法第10条."""

    SELF = "self"
    SPOUSE = "spouse"
    ASCENDANT = "ascendant"
    DESCENDANT = "descendant"
    LISTED = "listed"


@dataclass(frozen=True, kw_only=True)
class DirectLine:
    """Keys of people: the spouse on that day, all known ascendants and all known descendants, by blood or adoption."""

    spouse: int | None
    ascendants: frozenset[int]
    descendants: frozenset[int]


def family_register_of(person: Person, on: date) -> FamilyRegister | None:
    """The register of which somebody was a member on a day, as it is believed now. One query."""
    row = records_on(on).filter(member__person=person).select_related("member__register").first()
    return row.member.register if row else None


def member_of(person: Person, on: date) -> FamilyMember | None:
    row = records_on(on).filter(member__person=person).select_related("member__register").first()
    return row.member if row else None


def records_on(day: date) -> QuerySet[MemberRecord]:
    """The blocks of all who were in a register on a day."""
    return MemberRecord.objects.filter(
        Q(until__isnull=True) | Q(until__gt=day),
        since__lte=day,
        superseded_at__isnull=True,
        entered_on__isnull=False,
        left_on__isnull=True,
    )


def registers_ever(person: Person) -> QuerySet[FamilyRegister]:
    """All registers in which somebody is or was, the newest first."""
    rows = MemberRecord.objects.filter(member__person=person, superseded_at__isnull=True)
    return FamilyRegister.objects.filter(members__records__in=rows).distinct().order_by("-made_on", "-pk")


def ties_on(day: date) -> QuerySet[FamilyTie]:
    return FamilyTie.objects.filter(
        Q(until__isnull=True) | Q(until__gt=day), since__lte=day, voided_at__isnull=True
    )


def direct_line(person: Person, on: date) -> DirectLine:
    """Who is spouse, ascendant and descendant. One query for the spouse, and one for each generation that is known."""
    return DirectLine(
        spouse=spouse_of(person.pk, on),
        ascendants=frozenset(generations(person.pk, on, up=True)),
        descendants=frozenset(generations(person.pk, on, up=False)),
    )


def spouse_of(person: int, on: date) -> int | None:
    tie = (
        ties_on(on)
        .filter(Q(person=person) | Q(other=person), kind=FamilyTie.Kind.SPOUSE)
        .order_by("-since")
        .first()
    )
    if tie is None:
        return None
    return tie.other_id if tie.person_id == person else tie.person_id


def generations(person: int, on: date, *, up: bool) -> set[int]:
    found: set[int] = set()
    level = {person}
    for _ in range(MOST_GENERATIONS):
        level = (parents(level, on) if up else children(level, on)) - found - {person}
        if not level:
            break
        found |= level
    return found


def parents(people: Iterable[int], on: date, *, natural: bool = False) -> set[int]:
    return set(parent_ties(on, natural=natural).filter(person__in=people).values_list("other", flat=True))


def children(people: Iterable[int], on: date, *, natural: bool = False) -> set[int]:
    return set(parent_ties(on, natural=natural).filter(other__in=people).values_list("person", flat=True))


def parent_ties(on: date, *, natural: bool) -> QuerySet[FamilyTie]:
    kinds = [FamilyTie.Kind.NATURAL_PARENT]
    return ties_on(on).filter(kind__in=kinds if natural else [*kinds, FamilyTie.Kind.ADOPTIVE_PARENT])


def direct_relation(one: Person, other: Person, on: date) -> Relation | None:
    """What `other` is to `one`: spouse, ascendant, descendant; None for whoever the registers know as neither."""
    if one.pk == other.pk:
        return Relation.SELF
    line = direct_line(one, on)
    if line.spouse == other.pk:
        return Relation.SPOUSE
    if other.pk in line.ascendants:
        return Relation.ASCENDANT
    return Relation.DESCENDANT if other.pk in line.descendants else None


def relation_to_register(person: Person, register: FamilyRegister, on: date) -> Relation | None:
    """By what right somebody may ask for a register: being (or having been) in it, or close to somebody who is.

    Law: 戸籍法第10条第1項.
    """
    listed = set(register.members.values_list("person", flat=True))
    if person.pk in listed:
        return Relation.LISTED
    line = direct_line(person, on)
    if line.spouse in listed:
        return Relation.SPOUSE
    # Who is their ascendant has them as a descendant, and the other way round.
    if line.ascendants & listed:
        return Relation.DESCENDANT
    return Relation.ASCENDANT if line.descendants & listed else None


def are_near(one: int, other: int, on: date) -> bool:
    """Whether two may not marry: direct line, siblings, uncle and niece.

    Law: 民法第734条 (collateral relatives by adoption may marry).
    """
    if other in generations(one, on, up=True) or other in generations(one, on, up=False):
        return True
    of_one, of_other = parents([one], on, natural=True), parents([other], on, natural=True)
    if of_one & of_other:
        return True
    grand_one, grand_other = parents(of_one, on, natural=True), parents(of_other, on, natural=True)
    return bool(of_one & grand_other or of_other & grand_one)
