"""How a day was found: the day, and each step of the reckoning with the provision it rests on."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

CIVIL_CODE_140 = "民法第140条"
CIVIL_CODE_140_PROVISO = "民法第140条ただし書"
CIVIL_CODE_141 = "民法第141条"
CIVIL_CODE_143 = "民法第143条"
CIVIL_CODE_143_1 = "民法第143条第1項"
CIVIL_CODE_143_2 = "民法第143条第2項本文"
CIVIL_CODE_143_2_PROVISO = "民法第143条第2項ただし書"
CIVIL_CODE_142 = "民法第142条"
LOCAL_AUTONOMY_ACT_4_2_4 = "地方自治法第4条の2第4項"
AGE_ACT_1 = "年齢計算ニ関する法律第1項"


class Rule(StrEnum):
    """What a step did; the page words it in the reader's language."""

    EVENT = "period.event"
    FIRST_DAY_NOT_COUNTED = "period.first_day_not_counted"
    FIRST_DAY_COUNTED = "period.first_day_counted"
    LAST_OF_THE_DAYS = "period.last_of_the_days"
    LAST_OF_THE_WEEKS = "period.last_of_the_weeks"
    END_OF_CALENDAR = "period.end_of_whole_months_or_years"
    DAY_BEFORE_CORRESPONDING = "period.day_before_corresponding_day"
    NO_CORRESPONDING_DAY = "period.no_corresponding_day"
    ELAPSED = "period.day_after_the_last"
    PAUSED = "change.paused"
    RESUMED = "change.resumed"
    DAYS_NOT_COUNTED = "change.days_not_counted"
    EXTENDED = "change.extended"
    COUNTED_ON = "change.counted_on"
    COUNTED_BACK_FROM = "backwards.counted_from"
    FIRST_OF_THE_DAYS = "backwards.first_of_the_days"
    FIRST_OF_THE_WEEKS = "backwards.first_of_the_weeks"
    START_OF_CALENDAR = "backwards.start_of_whole_months_or_years"
    DAY_AFTER_CORRESPONDING = "backwards.day_after_corresponding_day"
    NO_CORRESPONDING_DAY_BACK = "backwards.no_corresponding_day"
    CLEAR_DAYS = "backwards.clear_days_between"
    ROLLED_FORWARD = "roll.next_open_day"
    ROLLED_BACK = "roll.previous_open_day"


@dataclass(frozen=True)
class Step:
    """One step: the day it led to, the code of the rule, and the provision (empty when none is cited).

    ``rule_code`` is a ``Rule``, or a ``ClosedBecause`` for a closed day that was passed over.
    """

    day: date
    rule_code: str
    basis: str = ""


@dataclass(frozen=True)
class Reckoning:
    """The day found, and the steps that led there in order; the last step is the day."""

    steps: tuple[Step, ...]

    @property
    def day(self) -> date:
        """The result."""
        return self.steps[-1].day

    def then(self, *steps: Step) -> "Reckoning":
        """The same reckoning, carried on."""
        return Reckoning((*self.steps, *steps))
