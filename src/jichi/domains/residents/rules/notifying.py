"""By when a movement is notified, and how its last day was counted. Pure.

Law: 住民基本台帳法 第22条, 第23条, 第25条 (fourteen days), 第24条 (before leaving);
第30条の46 and 第30条の48 for foreign residents.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from jichi.kernel.calendar import ClosedDays, Period, Reckoning, Roll, Unit
from jichi.kernel.calendar.reckoning import LOCAL_AUTONOMY_ACT_4_2_4
from jichi.kernel.law.book import LegalValue

MOVING_IN_DAYS = LegalValue("residents.moving_in_notification_days", int, unit="days")
MOVING_IN_ROLLS = LegalValue("residents.moving_in_notification_rolls", bool)
MOVING_DAYS = LegalValue("residents.moving_notification_days", int, unit="days")
MOVING_ROLLS = LegalValue("residents.moving_notification_rolls", bool)
HOUSEHOLD_DAYS = LegalValue("residents.household_notification_days", int, unit="days")
HOUSEHOLD_ROLLS = LegalValue("residents.household_notification_rolls", bool)
FOREIGNERS_ON_REGISTER = LegalValue("residents.foreign_residents_on_register", bool)

LAW = (
    MOVING_IN_DAYS,
    MOVING_IN_ROLLS,
    MOVING_DAYS,
    MOVING_ROLLS,
    HOUSEHOLD_DAYS,
    HOUSEHOLD_ROLLS,
    FOREIGNERS_ON_REGISTER,
)


@dataclass(frozen=True, kw_only=True)
class Limit:
    """The values by which the last day of a kind of notification is found."""

    days: LegalValue[int]
    rolls: LegalValue[bool]


MOVE_IN = Limit(days=MOVING_IN_DAYS, rolls=MOVING_IN_ROLLS)
MOVE = Limit(days=MOVING_DAYS, rolls=MOVING_ROLLS)
HOUSEHOLD = Limit(days=HOUSEHOLD_DAYS, rolls=HOUSEHOLD_ROLLS)
LIMITS: Mapping[str, Limit] = MappingProxyType(
    {
        "moved_in": MOVE_IN,
        "came_from_abroad": MOVE_IN,
        "moved_in_with_card": MOVE_IN,
        "moved": MOVE,
        "head_changed": HOUSEHOLD,
        "household_split": HOUSEHOLD,
        "households_merged": HOUSEHOLD,
        "household_changed": HOUSEHOLD,
    }
)
# What foreign residents notify by a provision of their own, from 2012-07-09.
FOREIGN_BASIS: Mapping[str, str] = MappingProxyType(
    {"came_from_abroad": "住民基本台帳法第30条の46", "household_changed": "住民基本台帳法第30条の48"}
)


def basis_of(kind: str, basis: str, *, all_foreign: bool) -> str:
    """The provision by which a notification is made: foreign residents have one of their own for some kinds."""
    return FOREIGN_BASIS.get(kind, basis) if all_foreign else basis


def last_day(*, happened_on: date, days: int, rolls: bool, basis: str, closed: ClosedDays) -> Reckoning:
    """The last day on which the notification is in time; the day of the movement is not counted.

    Law: 民法第140条; 地方自治法第4条の2第4項 where the last day is a closed one.
    """
    roll = Roll.NEXT_OPEN if rolls else Roll.NONE
    roll_basis = LOCAL_AUTONOMY_ACT_4_2_4 if rolls else ""
    period = Period(length=days, unit=Unit.DAY, basis=basis, roll=roll, roll_basis=roll_basis)
    return period.last_day(happened_on, closed=closed)
