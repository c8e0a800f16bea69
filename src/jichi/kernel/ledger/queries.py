"""Reads of the public record. The clear text of personal fields is not among them."""

from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet

from jichi.kernel.access.actor import Actor
from jichi.kernel.access.policy import may
from jichi.kernel.access.roles import CITYWIDE
from jichi.kernel.clock.reading import CITY_TIME

from .models import Event, PersonalField, Stream
from .permissions import May

# What `threads` writes of a record that the city does not keep itself; it has no stream of its own.
REGISTERED = "threads.record.registered"


def newest() -> QuerySet[Event]:
    """Every event, the newest first."""
    return Event.objects.select_related("stream").order_by("-at", "-id")


def narrowed(
    rows: QuerySet[Event], *, type_: str = "", stream: str = "", on: date | None = None
) -> QuerySet[Event]:
    """Of a type, of streams whose name begins so, on a day of the city."""
    if type_:
        rows = rows.filter(type=type_)
    if stream:
        rows = rows.filter(stream__name__startswith=stream)
    if on:
        start = datetime.combine(on, time(), CITY_TIME)
        rows = rows.filter(at__gte=start, at__lt=start + timedelta(days=1))
    return rows


def types() -> list[str]:
    """The types of event that are on record."""
    return list(Event.objects.order_by("type").values_list("type", flat=True).distinct())


def stream_called(name: str) -> Stream | None:
    # An address may carry a NUL, which PostgreSQL refuses to look for.
    return None if "\x00" in name else Stream.objects.filter(name=name).first()


def stream_of_reference(reference: str) -> Stream | None:
    """The stream of the record with this number, such as `plans/12-0001-9`."""
    return None if "\x00" in reference else Stream.objects.filter(name__endswith=f"/{reference}").first()


def told_of(reference: str) -> Event | None:
    """The newest event that names this record, for one that has no stream of its own."""
    if "\x00" in reference:
        return None
    return newest().filter(type=REGISTERED, public__reference=reference).first()


def chain(stream: Stream) -> QuerySet[Event]:
    """The events of a stream, oldest first."""
    return Event.objects.filter(stream=stream).select_related("stream").order_by("position")


def event_with(digest: str) -> Event | None:
    return Event.objects.select_related("stream").filter(digest=digest).first()


def follower(event: Event) -> Event | None:
    """The event that was chained to this one."""
    return Event.objects.filter(stream=event.stream_id, position=event.position + 1).first()


def may_erase(actor: Actor, event: Event) -> bool:
    """Whether there is something of a person to erase, and the reader is who may."""
    return (
        bool(event.commitments)
        and may(actor, May.ERASE_CLEAR_TEXT, CITYWIDE)
        and PersonalField.objects.filter(event=event).exists()
    )
