"""What the machines that hand out certificates may do, and when they serve. Pure."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from jichi.kernel.calendar import YearlyClosure


class Scope(StrEnum):
    """What a terminal's token opens."""

    ISSUE = "issue"
    REFUND = "refund"


@dataclass(frozen=True, kw_only=True)
class Hours:
    """When a channel serves: from the opening to the closing time, not on the yearly closed days."""

    opens: time
    closes: time
    closed: YearlyClosure | None = None
    is_unconfirmed: bool = True

    def is_open(self, day: date, at: time) -> bool:
        """Whether it serves at a local time of a day; at the closing time itself no more."""
        return self.opens <= at < self.closes and not (self.closed and day in self.closed)
