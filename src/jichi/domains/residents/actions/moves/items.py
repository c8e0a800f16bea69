"""Writing items of records, as far as the kind of movement may write them."""

from typing import Any

from django.utils.translation import gettext as _

from ...models import Entry
from ...rules.words import HEAD
from ...rules.writable import NEEDED, may_write
from ..writing import Change, Intake
from .carrying import standing_records
from .order import Order
from .refusals import HeadIsThere, NothingChanges, NotOfThisKind, SomethingMissing


def items_written(intake: Intake, order: Order) -> list[Change]:
    """What was told of each person, where it says something new.

    Raises: NobodyConcerned; NotOnRegister; NotOfThisKind; SomethingMissing; HeadIsThere; NothingChanges.
    """
    records = standing_records(order, intake.happened_on)
    changes = [
        Change(person=seat.person, items=new_items(intake, record, dict(seat.items)))
        for seat, record in zip(order.seats, records, strict=True)
    ]
    if not any(change.items for change in changes):
        raise NothingChanges
    return [change for change in changes if change.items]


def new_items(intake: Intake, record: Entry, items: dict[str, Any]) -> dict[str, Any]:
    """The items that differ from the record."""
    if not may_write(intake.kind, items):
        raise NotOfThisKind
    after = record.facts.changed_by(items)
    if not after.name.strip() or any(not getattr(after, name) for name in NEEDED.get(intake.kind, ())):
        raise SomethingMissing(_("氏名、または本籍と筆頭者が空です。記入してください。"))
    if (after.relationship == HEAD) != record.facts.is_head:
        raise HeadIsThere(
            _("世帯主は、ここでは変えられません。世帯主変更を入力してください（住民基本台帳法第25条）。")
        )
    return {name: value for name, value in items.items() if getattr(record.facts, name) != value}
