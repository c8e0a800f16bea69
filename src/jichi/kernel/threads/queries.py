"""Reads of the register. `record_for` is the only gate."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import QuerySet

from jichi.kernel.access.actor import Actor
from jichi.kernel.actions.refusal import NotThere
from jichi.kernel.values.reference import Reference

from .declared import kind_numbered
from .kinds import HELD_ELSEWHERE, LinkKind
from .models import Link, Record


def record_for(actor: Actor, typed: str) -> Record:
    """The record of a reference as a person typed it.

    Raises: MistypedReference where the number itself has a slip; NotThere.
    """
    reference = Reference.parse(typed).text
    record = Record.objects.filter(reference=reference).first()
    if record is None or record.pk not in readable_keys(actor, [record]):
        raise NotThere
    return record


def readable_keys(actor: Actor, records: Iterable[Record]) -> set[int]:
    """The keys of those records that the actor may know of: at most one question per kind that is not public."""
    readable: set[int] = set()
    hidden: dict[int, dict[str, int]] = defaultdict(dict)
    for record in records:
        if record.public:
            readable.add(record.pk)
        else:
            hidden[record.kind][record.reference] = record.pk
    for number, keys in hidden.items():
        kind = kind_numbered(number)
        if kind and kind.readable:
            readable |= {keys[reference] for reference in kind.readable(actor, keys)}
    return readable


def outside_records() -> QuerySet[Record]:
    """The records held elsewhere that something can be linked to."""
    return Record.objects.filter(kind=HELD_ELSEWHERE.number).order_by("sort", "title", "pk")


def joined_records(record: Record) -> QuerySet[Link]:
    """The public voices that are joined to one, in the order in which they came, as links."""
    links = Link.objects.filter(
        kind=LinkKind.JOINED, to_record=record, parting=None, from_record__public=True
    )
    return links.select_related("from_record__voice__ward").order_by(
        "from_record__happened_on", "from_record__pk"
    )
