"""Give events their place in the tree. Writers of events are never held up, and no event is left out.

An event is taken in by its stream: the first ones of each stream that are not in yet. A writer holds its stream's
row until it commits, so that whatever is seen of a stream is whole; the order in which transactions of other
streams commit, or the numbers that their rows got, do not count. The log's row is what sealers lock.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from .canonical import canonical
from .check import entry_of
from .lock import lock
from .merkle import Growth, unfinished
from .models import Event, Leaf, Log, SealedLength, Stream, Tile
from .tiles import read_tiles
from .verifier import leaf_hash

BATCH = 10_000
STREAMS = 2_000
THE_LOG = 1


@dataclass(frozen=True, kw_only=True)
class Behind:
    """A stream with events that are not in the tree."""

    stream: int
    sealed: int
    length: int


def locked_log() -> Log:
    return lock(Log.objects.filter(pk=THE_LOG)).get()


def behind(*, most: int = STREAMS) -> list[Behind]:
    """Streams with something to take in, as many as hold one batch."""
    sealed = SealedLength.objects.filter(stream=OuterRef("pk")).values("length")
    rows = (
        Stream.objects.annotate(sealed=Coalesce(Subquery(sealed), 0))
        .filter(length__gt=F("sealed"))
        .values_list("pk", "sealed", "length")
        .order_by("pk")[:most]
    )
    return list(one_batch(Behind(stream=pk, sealed=sealed, length=length) for pk, sealed, length in rows))


def one_batch(streams: Iterator[Behind]) -> Iterator[Behind]:
    room = BATCH
    for each in streams:
        if room <= 0:
            return
        taken = min(each.length - each.sealed, room)
        room -= taken
        yield Behind(stream=each.stream, sealed=each.sealed, length=each.sealed + taken)


def events_of(streams: Sequence[Behind]) -> list[Event]:
    """The events to take in, in the order in which they were written."""
    bounds = {each.stream: each for each in streams}
    start = min(each.sealed for each in streams)
    rows = (
        Event.objects.filter(stream_id__in=bounds, position__gt=start)
        .annotate(sealed=Coalesce("stream__sealed_length__length", 0))
        .filter(position__gt=F("sealed"), position__lte=F("sealed") + BATCH)
        .select_related("stream")
    )
    found = [each for each in rows if each.position <= bounds[each.stream_id].length]
    # Rows of one stream were written one after the other: their numbers rise with their positions.
    return sorted(found, key=lambda event: event.pk)


def take_in(log: Log, events: Sequence[Event]) -> None:
    """Give these events the next places. The log's row is locked by the caller's transaction."""
    growth = Growth(log.size, read_tiles(set(unfinished(log.size))))
    for event in events:
        growth.add(leaf_hash(canonical(vars(entry_of(event, event.stream)))))
    Leaf.objects.bulk_create(
        [Leaf(index=index, event=event) for index, event in enumerate(events, start=log.size)]
    )
    keep_tiles(growth)
    keep_lengths(events)
    log.size = growth.size
    log.save(update_fields=["size"])


def keep_tiles(growth: Growth) -> None:
    Tile.objects.bulk_create(
        [Tile(level=at[0], number=at[1], hashes=growth.tiles[at]) for at in sorted(growth.changed)],
        update_conflicts=True,
        unique_fields=["level", "number"],
        update_fields=["hashes"],
    )


def keep_lengths(events: Sequence[Event]) -> None:
    lengths = {event.stream_id: event.position for event in events}
    SealedLength.objects.bulk_create(
        [SealedLength(stream_id=stream, length=length) for stream, length in lengths.items()],
        update_conflicts=True,
        unique_fields=["stream"],
        update_fields=["length"],
    )


def take_in_waiting(log: Log) -> None:
    """Everything that waits now, in the transaction that holds the log."""
    while streams := behind():
        take_in(log, events_of(streams))


def catch_up() -> int:
    """Work off a backlog in transactions of its own, so that no writer waits for all of it; the number taken in.

    Killed between two of them, what was taken in stays, and the next one goes on from there.
    """
    done = 0
    while True:
        with transaction.atomic():
            log = locked_log()
            streams = behind()
            waiting = sum(each.length - each.sealed for each in streams)
            if waiting < BATCH and len(streams) < STREAMS:
                return done
            take_in(log, events_of(streams))
        done += waiting
