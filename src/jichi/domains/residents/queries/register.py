"""The register of any day, as it is believed now or as it was believed at a moment. No gate: for `seeing` and actions."""

from datetime import date, datetime

from django.db.models import Q, QuerySet

from ..models import Entry, Household, Person
from ..rules.words import Standing


def believed(entries: QuerySet[Entry], at: datetime | None = None) -> QuerySet[Entry]:
    """What the city believes, or believed at a moment."""
    if at is None:
        return entries.filter(superseded_at__isnull=True)
    return entries.filter(Q(superseded_at__isnull=True) | Q(superseded_at__gt=at), recorded_at__lte=at)


def holding_on(entries: QuerySet[Entry], day: date) -> QuerySet[Entry]:
    """What was so on a day; of several movements of one day, what held in the evening."""
    return entries.filter(Q(until__isnull=True) | Q(until__gt=day), since__lte=day)


def record_on(person: Person, day: date, *, believed_at: datetime | None = None) -> Entry | None:
    """A person's record on a day; None before the first movement. One query."""
    entries = believed(Entry.objects.filter(person=person), believed_at)
    return holding_on(entries, day).select_related("town__ward", "movement").first()


def record_now(person: Person) -> Entry | None:
    """What holds from the newest movement on, even one that is announced for a day to come."""
    entries = believed(Entry.objects.filter(person=person, until__isnull=True))
    return entries.select_related("town__ward", "movement").first()


def members_on(household: Household, day: date, *, believed_at: datetime | None = None) -> QuerySet[Entry]:
    """Who belonged to a household on a day, the head first as the register lists them."""
    entries = believed(Entry.objects.filter(household=household), believed_at)
    return (
        holding_on(entries, day)
        .exclude(standing=Standing.REMOVED)
        .select_related("person", "town__ward")
        .order_by("person_id")
    )


def entries_of(person: Person) -> QuerySet[Entry]:
    """All that is believed of a person, in the total order of movements."""
    return (
        believed(Entry.objects.filter(person=person))
        .select_related("movement", "town__ward")
        .order_by("movement__happened_on", "movement__received_at", "movement_id")
    )
