"""A short chain for the tests of the record."""

from datetime import UTC, datetime

from django.db import transaction

from jichi.kernel.ledger.append import append
from jichi.kernel.ledger.event import Personal, event
from jichi.kernel.ledger.models import Event, Stream

AT = datetime(2012, 7, 9, 1, 2, 3, 456789, tzinfo=UTC)


@event("tests.voice.received")
class VoiceReceived:
    number: int
    sender: Personal = Personal("")


def write(stream: str, number: int, sender: str = "試験 花子", *, at: datetime = AT) -> Event:
    happened = VoiceReceived(number=number, sender=Personal(sender))
    with transaction.atomic():
        return append(happened, stream=stream, actor="resident", basis="試験規則 第1条", at=at)


def three_events(stream: str = "tests/voices") -> Stream:
    for number in (1, 2, 3):
        write(stream, number)
    return Stream.objects.get(name=stream)
