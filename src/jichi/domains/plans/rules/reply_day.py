"""By when a comment is replied to. Pure."""

from jichi.kernel.calendar import Period, Unit
from jichi.kernel.law.book import LegalValue

REPLY_DAYS = LegalValue("plans.comment_reply_days", int, unit="days")


def reply_period(*, days: int, source: str) -> Period:
    """The period in which a comment is replied to; the day on which it came is not counted.

    Law: 民法第140条 (the first day).
    """
    return Period(length=days, unit=Unit.DAY, basis=source)
