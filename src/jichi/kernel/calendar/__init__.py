"""Closed days and legal periods. Pure: no Django, no clock; the day is always an argument."""

from .age import age_on, age_reached, latest_birth
from .backwards import Backwards
from .changes import Change, Extension, Pause
from .civil_code import Unit
from .closed_days import (
    SATURDAY,
    SUNDAY,
    ClosedBecause,
    ClosedDays,
    Closure,
    NoOpenDay,
    NthWeekday,
    YearlyClosure,
)
from .periods import Period
from .reckoning import CIVIL_CODE_142, LOCAL_AUTONOMY_ACT_4_2_4, Reckoning, Rule, Step
from .residence import Stay, continuous_since, months_complete
from .rolling import Roll

__all__ = [
    "CIVIL_CODE_142",
    "LOCAL_AUTONOMY_ACT_4_2_4",
    "SATURDAY",
    "SUNDAY",
    "Backwards",
    "Change",
    "ClosedBecause",
    "ClosedDays",
    "Closure",
    "Extension",
    "NoOpenDay",
    "NthWeekday",
    "Pause",
    "Period",
    "Reckoning",
    "Roll",
    "Rule",
    "Stay",
    "Step",
    "Unit",
    "YearlyClosure",
    "age_on",
    "age_reached",
    "continuous_since",
    "latest_birth",
    "months_complete",
]
