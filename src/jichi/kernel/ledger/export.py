"""The record as JSON lines, for whoever checks it without us. docs/record.md describes every line.

Rows are read in chunks and lines are handed on one by one: the memory does not grow with the record.
"""

from collections.abc import Iterator
from typing import Any

from .canonical import canonical
from .check import entry_of
from .days import SealedDay
from .models import Checkpoint, Event, Key, Leaf, Log, Stream
from .proofs import left_of, newest_checkpoint, path_of
from .verifier import FORMAT, ROTATED

CHUNK = 2_000


def whole() -> Iterator[bytes]:
    """Everything that is sealed, from the first event."""
    last = newest_checkpoint()
    size = last.size if last else 0
    yield head(scope="all", of="", size=size, events=size)
    yield from key_lines()
    yield from tree_lines(0, size)


def of_day(found: SealedDay) -> Iterator[bytes]:
    """What was sealed on a day, with the tree to its left."""
    yield head(scope="day", of=found.day.isoformat(), size=found.last.size, events=found.events)
    yield from key_lines()
    if found.before:
        yield start_line(found.before)
    yield from tree_lines(found.start, found.last.size)


def of_stream(stream: Stream) -> Iterator[bytes]:
    """The sealed events of one stream, each with its proof under the newest checkpoint."""
    last = newest_checkpoint()
    rows = Leaf.objects.filter(event__stream=stream, index__lt=last.size if last else 0)
    yield head(scope="stream", of=stream.name, size=last.size if last else 0, events=rows.count())
    yield from key_lines()
    if last:
        yield checkpoint_line(last)
    for leaf in in_order(rows):
        assert last
        yield line(kind="proved", proof=hexes(path_of(leaf.index, last.size)), **event_fields(leaf))


def head(*, scope: str, of: str, size: int, events: int) -> bytes:
    log = Log.objects.first()
    origin = log.origin if log else ""
    return line(kind="record", format=FORMAT, origin=origin, scope=scope, of=of, size=size, events=events)


def key_lines() -> Iterator[bytes]:
    """Each passing on of the key, under the last checkpoint that the key before it signed."""
    handed_over = Key.objects.filter(event__type=ROTATED).select_related("event__stream", "event__leaf")
    for key in handed_over.order_by("since"):
        note = Checkpoint.objects.get(size=key.since).note
        yield line(kind="key", note=note, **proved(key.event, key.since))


def start_line(before: Checkpoint) -> bytes:
    """The tree to the left of a day, and the seal that closed it."""
    seal = Event.objects.select_related("stream", "leaf").get(leaf__index=before.size - 1)
    left = hexes(left_of(before.size))
    return line(kind="start", note=before.note, hashes=left, **proved(seal, before.size))


def proved(event: Event, size: int) -> dict[str, Any]:
    index = event.leaf.index
    return {
        "index": index,
        "event": vars(entry_of(event, event.stream)),
        "proof": hexes(path_of(index, size)),
    }


def tree_lines(start: int, end: int) -> Iterator[bytes]:
    """Events in the order of the tree, each checkpoint after the last event that it covers."""
    seals = Checkpoint.objects.filter(size__gt=start, size__lte=end).order_by("size").iterator(CHUNK)
    seal = next(seals, None)
    for leaf in in_order(Leaf.objects.filter(index__gte=start, index__lt=end)):
        yield line(kind="event", **event_fields(leaf))
        if seal and leaf.index + 1 == seal.size:
            yield checkpoint_line(seal)
            seal = next(seals, None)


def in_order(rows: Any) -> Iterator[Leaf]:
    return rows.select_related("event__stream").order_by("index").iterator(CHUNK)


def event_fields(leaf: Leaf) -> dict[str, Any]:
    event = leaf.event
    return {"index": leaf.index, "digest": event.digest, "event": vars(entry_of(event, event.stream))}


def checkpoint_line(checkpoint: Checkpoint) -> bytes:
    return line(kind="checkpoint", note=checkpoint.note)


def line(**fields: Any) -> bytes:
    return canonical(fields) + b"\n"


def hexes(hashes: list[bytes]) -> list[str]:
    return [each.hex() for each in hashes]
