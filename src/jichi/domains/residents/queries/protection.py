"""Who is protected. Asked before anything is shown, found, issued or counted; never answered to a person as such."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from ..models import CoveredPerson, Person, ProtectionCase
from ..rules.channels import WITHOUT_OFFICER, Channel
from ..rules.protecting import Block, Purpose, Reader, sight
from ..states import BLOCKING


def coverings() -> QuerySet[CoveredPerson]:
    """All coverings by cases that block now, of who has not left them."""
    return CoveredPerson.objects.filter(case__step__in=BLOCKING, left_on__isnull=True)


def protected(people: Iterable[Person | int], on: date) -> dict[int, frozenset[Block]]:
    """The blocks on these people, by key of person; whoever is not protected is not in it. One query.

    `on` is the day of asking. A protection of today hides every day of the register, also those before it: where
    somebody lived in 2005 may be where they live.
    """
    keys = [each if isinstance(each, int) else each.pk for each in people]
    blocks: dict[int, set[Block]] = defaultdict(set)
    for covering in coverings().filter(person__in=keys).select_related("case"):
        blocks[covering.person_id].add(block_of(covering.case, on))
    return {person: frozenset(found) for person, found in blocks.items()}


def block_of(case: ProtectionCase, on: date) -> Block:
    return Block(
        case=case.pk,
        ward=case.ward_id,
        since=case.applied_on,
        is_overdue=case.ends_on is not None and case.ends_on < on,
        named=case.named_person_id,
    )


def may_be_told(requester: Person | None, person: Person, on: date) -> bool:
    """Whether this requester may get a paper that says where the person lives, at a counter.

    One query, protected or not, so that its time tells nothing. Nobody known (a proxy, an office, a firm) is a third
    party: for a protected person the officer in charge decides, not this question.
    """
    people = [person, requester] if requester else [person]
    blocks = protected(people, on)
    of_person = blocks.get(person.pk, frozenset())
    reader = reader_of(requester, person, of_person, blocks)
    return sight(reader, Purpose.ISSUE, of_person).allowed


def reader_of(
    requester: Person | None, person: Person, of_person: frozenset[Block], blocks: dict[int, frozenset[Block]]
) -> Reader:
    """As what somebody stands before the record. Who is named stays so, though they be covered by another case."""
    if requester is None:
        return Reader.THIRD
    if requester.pk in {block.named for block in of_person}:
        return Reader.NAMED
    if requester.pk == person.pk:
        return Reader.MYSELF
    theirs = {block.case for block in blocks.get(requester.pk, ())}
    return Reader.JOINT if theirs & {block.case for block in of_person} else Reader.THIRD


def blocked_channels(person: Person, on: date) -> frozenset[Channel]:
    """Where nothing of this person's is given out: everywhere but at a counter, once protected. One query."""
    return WITHOUT_OFFICER if protected([person], on) else frozenset()


def countable(rows: QuerySet[Any], *, person: str = "person") -> QuerySet[Any]:
    """Rows for statistics by place: without those of protected people, who would stand out in a small cell."""
    return rows.exclude(Exists(coverings().filter(person=OuterRef(person))))
