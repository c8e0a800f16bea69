"""What the city asks of an impression on a day, for the reader of scans."""

from datetime import date
from typing import TYPE_CHECKING

from jichi.kernel.law.faults import NotInForce
from jichi.kernel.law.shelf import law

from ..rules.seal_law import AT_MOST, FORMER_NAMES, LARGER_THAN, RIM_MISSING

if TYPE_CHECKING:
    from ..rules.impressions.cleaning import Limits


def limits_on(on: date) -> "Limits":
    """By the day of the application."""
    from ..rules.impressions.cleaning import Limits  # who reads no scan does not wait for the image library

    smallest, largest, rim = (law.at(on, key) for key in (LARGER_THAN, AT_MOST, RIM_MISSING))
    return Limits(
        larger_than=smallest.value,
        at_most=largest.value,
        most_missing=int(rim.value * 100),
        size_source=largest.source,
        rim_source=rim.source,
    )


def former_names_count(applied_on: date) -> bool:
    """Whether a seal of an application of this day may say a former surname. Books reach back further than the law book: as
    long as no record could bear a former surname, no seal said one.
    """
    try:
        return law.at(applied_on, FORMER_NAMES).value
    except NotInForce:
        return False
