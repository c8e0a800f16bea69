"""Write one event at the end of its stream, inside the caller's transaction."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from .canonical import commitment, digest
from .event import split
from .lock import lock
from .models import Event, PersonalField, Stream

OPEN = """
INSERT INTO ledger_stream (name, length, head) VALUES (%s, %s, %s) ON CONFLICT (name) DO NOTHING RETURNING id
"""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What is hashed of an event, in the words of the export."""

    stream: str
    position: int
    type: str
    at: str
    actor: str
    basis: str
    public: dict[str, Any]
    commitments: dict[str, str]
    previous: str

    @property
    def digest(self) -> str:
        return digest(vars(self))


def append(happened: Any, *, stream: str, actor: str, basis: str, at: datetime) -> Event:
    """Put the event on record. Writers of other streams are not held up.

    Raises: TransactionManagementError when there is no transaction to share with the act itself.
    """
    chain = locked_stream(stream)
    public, personal = split(happened)
    salts = {name: secrets.token_bytes(32) for name in personal}
    entry = Entry(
        stream=stream,
        position=chain.length + 1,
        type=happened.type_name,
        at=at.isoformat(),
        actor=actor,
        basis=basis,
        public=public,
        commitments={
            name: commitment(salt=salts[name], name=name, clear=text) for name, text in personal.items()
        },
        previous=chain.head,
    )
    written = write(entry, chain, at)
    PersonalField.objects.bulk_create(
        PersonalField(event=written, name=name, salt=salts[name], clear=text)
        for name, text in personal.items()
    )
    return written


def locked_stream(name: str) -> Stream:
    """The stream's row, made with its first event and held to the end of the act."""
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("An event is written in the transaction of its act.")
    # A seal points at the stream while this act is still open, and must not wait for its end.
    row = lock(Stream.objects.filter(name=name), keeps_key=True)
    found = next(iter(row), None)
    return found or opened(name) or row.get()


def opened(name: str) -> Stream | None:
    """A new stream. None where another act opened it first, for whose end this one has waited.

    Most streams hold one case, and many cases one event: a savepoint and two more reads for each would be felt.
    """
    chain = Stream(name=name)
    with connection.cursor() as cursor:
        cursor.execute(OPEN, [name, chain.length, chain.head])
        made = cursor.fetchone()
    if made is None:
        return None
    chain.pk, chain._state.adding = made[0], False
    return chain


def write(entry: Entry, chain: Stream, at: datetime) -> Event:
    written = Event.objects.create(
        stream=chain,
        position=entry.position,
        type=entry.type,
        at=at,
        actor=entry.actor,
        basis=entry.basis,
        public=entry.public,
        commitments=entry.commitments,
        previous=entry.previous,
        digest=entry.digest,
    )
    chain.length, chain.head = entry.position, written.digest
    chain.save(update_fields=["length", "head"])
    return written
