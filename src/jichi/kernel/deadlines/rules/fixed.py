"""A last day that a plan or a notice names outright. Pure."""

from dataclasses import dataclass
from datetime import date

from jichi.kernel.calendar import Reckoning, Step

FIXED_DAY = "fixed.day"


@dataclass(frozen=True, kw_only=True)
class FixedDay:
    """「5月31日まで」: nothing is counted; `basis` is where the day stands written."""

    day: date
    basis: str

    def reckoning(self) -> Reckoning:
        return Reckoning((Step(self.day, FIXED_DAY, self.basis),))
