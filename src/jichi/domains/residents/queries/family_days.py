"""By when a birth or a death is notified. No gate: of nobody."""

from datetime import date

from jichi.kernel.calendar import LOCAL_AUTONOMY_ACT_4_2_4, Period, Roll, Unit
from jichi.kernel.deadlines.working_days import WORKING_DAYS
from jichi.kernel.law.book import NotInForce
from jichi.kernel.law.shelf import law

from ..rules.family.ages import BIRTH_DAYS, DEATH_DAYS

DAYS = {"birth": BIRTH_DAYS, "death": DEATH_DAYS}


def due_day(kind: str, happened_on: date | None) -> date | None:
    """The last day, counted from the day itself, and the next open day when it is a closed one.

    Law: 戸籍法第43条 (the first day counts), 第49条, 第86条; 地方自治法第4条の2第4項.
    """
    if kind not in DAYS or happened_on is None:
        return None
    held = law.at(happened_on, DAYS[kind])
    period = Period(
        length=held.value,
        unit=Unit.DAY,
        basis=held.source,
        first_day_counts=True,
        roll=Roll.NEXT_OPEN,
        roll_basis=LOCAL_AUTONOMY_ACT_4_2_4,
    )
    try:
        return period.last_day(happened_on, closed=WORKING_DAYS).day
    except NotInForce:
        # A very old event: nobody knows the closed days of those years, and the day has long passed.
        return period.counted(happened_on).day
