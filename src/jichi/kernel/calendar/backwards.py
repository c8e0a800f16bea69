"""Limits counted back from an event: 「選挙の期日の少なくとも17日前に」, 「開会の日の中7日前までに」."""

from dataclasses import dataclass
from datetime import date, timedelta

from .civil_code import first_day_of_count_back
from .closed_days import ClosedDays
from .length import Length
from .reckoning import CIVIL_CODE_140, Reckoning, Rule, Step
from .rolling import rolled

_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Backwards(Length):
    """So many days before an event, the day of the event not counted.

    Plain, the limit is the n-th day before: 17 days before the 20th is the 3rd. With ``clear`` (中n日)
    n whole days must lie between, so it is a day earlier. Which one a provision means is for the
    provision and its commentary to say; it is data.

    Law: 民法第140条 and 第143条 by analogy (大審院 1931-05-02). 地方自治法第4条の2第4項 is read as covering
    periods that run forwards only, so ``roll`` is for a provision that rolls a backward limit itself.
    Source: 地方自治研究機構 法務Q&A 2007 summer, no. 3 (逆算の場合の計算方法).
    """

    clear: bool = False

    def latest_day(self, before: date, *, closed: ClosedDays | None = None) -> Reckoning:
        """The last day on which the act is still early enough.

        Raises: ValueError when the limit rolls and ``closed`` is missing.
        """
        event = Step(before, Rule.EVENT, self.basis)
        eve = Step(before - _DAY, Rule.COUNTED_BACK_FROM, CIVIL_CODE_140)
        first = first_day_of_count_back(last=eve.day, length=self.length, unit=self.unit)
        reckoning = Reckoning((event, eve, first))
        if self.clear:
            reckoning = reckoning.then(Step(first.day - _DAY, Rule.CLEAR_DAYS, self.basis))
        return rolled(reckoning, roll=self.roll, basis=self.roll_basis, closed=closed)
