"""Ties of family law between people, begun and ended with the entries that say so."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db.models import Q, QuerySet

from ...models import FamilyNotification, FamilyTie, Person
from ...rules.family.plan import Plan, Tie
from ...rules.family.words import Role


def write_ties(plan: Plan, notification: FamilyNotification, people: Mapping[Role, Person], on: date) -> None:
    for tie in plan.ties:
        if tie.ends:
            standing(tie, people).update(until=on, ended_by=notification)
        elif tie.to:
            begin(tie.kind, people[tie.of], people[tie.to], notification, on)


def begin(
    kind: str, person: Person, other: Person, notification: FamilyNotification | None, on: date
) -> None:
    held = FamilyTie.objects.filter(
        kind=kind, person=person, other=other, until__isnull=True, voided_at__isnull=True
    )
    if not held.exists():
        FamilyTie.objects.create(kind=kind, person=person, other=other, begun_by=notification, since=on)


def standing(tie: Tie, people: Mapping[Role, Person]) -> QuerySet[FamilyTie]:
    """Ties that hold; a marriage may have been written from either side."""
    held = FamilyTie.objects.filter(kind=tie.kind, until__isnull=True, voided_at__isnull=True)
    one = people[tie.of]
    if tie.to is None:
        return held.filter(Q(person=one) | Q(other=one))
    other = people[tie.to]
    if tie.kind == FamilyTie.Kind.SPOUSE:
        return held.filter(Q(person=one, other=other) | Q(person=other, other=one))
    return held.filter(person=one, other=other)


def undo_ties(notification: FamilyNotification, at: datetime) -> None:
    """As if the notification had never been: what it began is void, what it ended holds on."""
    FamilyTie.objects.filter(begun_by=notification, voided_at__isnull=True).update(voided_at=at)
    FamilyTie.objects.filter(ended_by=notification, voided_at__isnull=True).update(until=None, ended_by=None)
