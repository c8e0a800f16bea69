"""What the register puts on the record. Pure."""

from datetime import date

from jichi.kernel.ledger.event import event
from jichi.kernel.values.fault import gettext_noop as _


@event("threads.record.registered", label=_("ほかの場所にある記録を登録した"))
class OutsideRecordRegistered:
    reference: str
    sort: str
    title: str
    address: str
    source: str
    happened_on: date
