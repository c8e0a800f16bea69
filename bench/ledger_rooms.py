"""What the parts on the public record share. Imported only where Django is set up."""

import secrets
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice

from jichi.kernel.ledger.append import Entry
from jichi.kernel.ledger.canonical import NO_PREVIOUS, commitment
from jichi.kernel.ledger.models import Event, Stream

BATCH = 5_000
START = datetime(2012, 4, 1, tzinfo=UTC)


def made_events(count: int, *, streams: int) -> Iterator[Event]:
    """Events as `append` writes them, turn and turn about in the streams, without its transaction for each."""
    chains = [Stream.objects.create(name=f"bench/{number}") for number in range(streams)]
    for number in range(count):
        chain = chains[number % streams]
        at = START + timedelta(seconds=number)
        entry = made_entry(chain, number, at)
        chain.length, chain.head = entry.position, entry.digest
        yield Event(**{**vars(entry), "stream": chain, "at": at}, digest=chain.head)
    Stream.objects.bulk_update(chains, ["length", "head"], batch_size=BATCH)


def made_entry(chain: Stream, number: int, at: datetime) -> Entry:
    salt = secrets.token_bytes(32)
    return Entry(
        stream=chain.name,
        position=chain.length + 1,
        type="plans.year.entered",
        at=at.isoformat(),
        actor="section_staff",
        basis="川崎市自治基本条例 第15条",
        public={"programme": f"12-{number % 10_000:04}-9", "year": 2012, "budget_yen": number, "actions": 3},
        commitments={"sender": commitment(salt=salt, name="sender", clear="試験 花子")},
        previous=chain.head or NO_PREVIOUS,
    )


def write_many(count: int, *, streams: int) -> None:
    events = made_events(count, streams=streams)
    while rows := list(islice(events, BATCH)):
        Event.objects.bulk_create(rows)
