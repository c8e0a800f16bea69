"""By when a movement is notified: the law values of the day of the notification, and the city's working days."""

from dataclasses import dataclass
from datetime import date

from jichi.kernel.calendar import Reckoning
from jichi.kernel.deadlines.working_days import WORKING_DAYS
from jichi.kernel.law.book import Confidence, NotInForce, NotKnown
from jichi.kernel.law.shelf import law

from ..rules.kinds import kind_of
from ..rules.notifying import FOREIGNERS_ON_REGISTER, LIMITS, basis_of, last_day


@dataclass(frozen=True, kw_only=True)
class Due:
    """The last day, how it was counted, and the provision; `days` as the law of the day gives them."""

    reckoning: Reckoning
    basis: str
    days: int
    is_unconfirmed: bool

    @property
    def day(self) -> date:
        return self.reckoning.day


def due_of(kind: str, *, happened_on: date, notified_on: date, all_foreign: bool = False) -> Due | None:
    """The last day to notify; None for what has no limit, and as long as nobody knows the provision of that day."""
    limit = LIMITS.get(kind)
    if limit is None:
        return None
    basis = basis_of(kind, kind_of(kind).basis, all_foreign=all_foreign)
    try:
        days, rolls = law.at(notified_on, limit.days), law.at(notified_on, limit.rolls)
        found = last_day(
            happened_on=happened_on, days=days.value, rolls=rolls.value, basis=basis, closed=WORKING_DAYS
        )
    except (NotInForce, NotKnown):
        return None
    unsure = Confidence.READ is not days.confidence or Confidence.READ is not rolls.confidence
    return Due(reckoning=found, basis=basis, days=days.value, is_unconfirmed=unsure)


def foreigners_are_on_register(on: date) -> bool:
    """Whether the resident register holds foreign residents on a day."""
    try:
        return law.at(on, FOREIGNERS_ON_REGISTER).value
    except (NotInForce, NotKnown):
        return False
