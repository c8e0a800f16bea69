"""What the register puts on the record. Pure."""

from datetime import date

from jichi.kernel.ledger.event import event


@event("threads.record.registered")
class OutsideRecordRegistered:
    reference: str
    sort: str
    title: str
    address: str
    source: str
    happened_on: date
