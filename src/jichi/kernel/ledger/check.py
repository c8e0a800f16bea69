"""Check the chains held in the database, event by event."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from .append import Entry
from .canonical import NO_PREVIOUS, commitment
from .models import Event, PersonalField, Stream


@dataclass(frozen=True, kw_only=True)
class Fault:
    """Something in the record that does not hold, and where."""

    stream: str
    position: int
    sentence: str


def faults() -> Iterator[Fault]:
    """Every fault of every stream; nothing when the record holds."""
    for stream in Stream.objects.order_by("name").iterator():
        yield from faults_of(stream)


def faults_of(stream: Stream) -> Iterator[Fault]:
    previous, position = NO_PREVIOUS, 0
    for event in stream.events.order_by("position").iterator():
        position += 1
        if event.position != position:
            yield Fault(
                stream=stream.name,
                position=position,
                sentence=_("この順番の記録が抜けているか、入れ替わっています。"),
            )
            return
        if event.previous != previous:
            yield Fault(
                stream=stream.name, position=position, sentence=_("ひとつ前の記録とつながっていません。")
            )
        if entry_of(event, stream).digest != event.digest:
            yield Fault(
                stream=stream.name, position=position, sentence=_("記録の内容が後から変えられています。")
            )
        previous = event.digest
    if (position, previous) != (stream.length, stream.head):
        yield Fault(stream=stream.name, position=position + 1, sentence=_("最後の記録が切り取られています。"))
    yield from false_clear_texts(stream)


def entry_of(event: Event, stream: Stream) -> Entry:
    return Entry(
        stream=stream.name,
        position=event.position,
        type=event.type,
        at=event.at.isoformat(),
        actor=event.actor,
        basis=event.basis,
        public=event.public,
        commitments=event.commitments,
        previous=event.previous,
    )


def false_clear_texts(stream: Stream) -> Iterator[Fault]:
    rows = (
        PersonalField.objects.filter(event__stream=stream)
        .select_related("event")
        .order_by("event__position", "name")
    )
    for row in rows.iterator():
        promised = row.event.commitments.get(row.name)
        if commitment(salt=bytes(row.salt), name=row.name, clear=row.clear) != promised:
            yield Fault(
                stream=stream.name,
                position=row.event.position,
                sentence=_("個人に関する項目が、記録された約束値と合いません。"),
            )
