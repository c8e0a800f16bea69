"""What the city asks of an impression on a day, for the reader of scans."""

from datetime import date
from typing import TYPE_CHECKING

from jichi.kernel.law.shelf import law

from ..rules.seal_law import AT_MOST, LARGER_THAN, RIM_MISSING

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
