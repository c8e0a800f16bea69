"""Give out references and tie records together, inside a running action."""

from datetime import date

from django.db import transaction

from jichi.kernel.ledger.lock import lock
from jichi.kernel.ledger.models import Event
from jichi.kernel.values.reference import Reference

from .declared import is_declared, kind_numbered
from .kinds import KindOfRecord, LinkKind
from .milestones import tell_voices
from .models import Counter, Link, Record


class UndeclaredLink(TypeError):
    """A programming error: no subsystem declares that it makes such links between such records."""


class UndeclaredKind(TypeError):
    """A programming error: no subsystem declares such records."""


def issue(*, kind: KindOfRecord, title: str, on: date, public: bool = True) -> Record:
    """Give a new record its reference: the next serial of its kind, without gaps or doubles.

    The serial belongs to the caller's transaction: an act that is undone gives it back. Writers of the
    same kind wait for each other, others do not.
    """
    if kind_numbered(kind.number) != kind:
        raise UndeclaredKind(f"No subsystem declares {kind.name} ({kind.number}).")
    return Record.objects.create(
        reference=next_reference(kind), kind=kind.number, title=title, happened_on=on, public=public
    )


def next_reference(kind: KindOfRecord) -> str:
    """The next number of a kind, which its caller must use in the same transaction."""
    return Reference(kind=kind.number, serial=next_serial(kind.number)).text


def next_serial(number: int) -> int:
    require_transaction()
    Counter.objects.get_or_create(kind=number)
    counter = lock(Counter.objects.filter(kind=number)).get()
    counter.last += 1
    counter.save(update_fields=["last"])
    return counter.last


def rename(*, reference: str, title: str, public: bool) -> None:
    """Say a record's new title in the register, and whether everybody may read it."""
    require_transaction()
    Record.objects.filter(reference=reference).update(title=title, public=public)


def link(*, kind: LinkKind, start: Record, end: Record, event: Event, note: str = "") -> Link:
    """Tie two records together for good; `event` is the official act that does it. Twice is once.

    Raises: UndeclaredLink.
    """
    require_transaction()
    if not is_declared(kind, start=start.kind, end=end.kind):
        raise UndeclaredLink(f"No subsystem makes {kind} from {start} to {end}.")
    made_before = Link.objects.filter(kind=kind, from_record=start, to_record=end)
    if standing := made_before.filter(parting=None).first():
        return standing
    made = Link.objects.create(
        kind=kind,
        from_record=start,
        to_record=end,
        made_at=event.at,
        digest=event.digest,
        note=note,
        turn=made_before.count() + 1,
    )
    tell_voices(made)
    return made


def require_transaction() -> None:
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("The register changes in the transaction of an act.")
