"""The legal values that the ways outside the counter ask for."""

from typing import Any

from jichi.kernel.law.book import LegalValue

from ...rules import pickup
from .channels import LAW as CHANNEL_LAW

LAW: tuple[LegalValue[Any], ...] = (
    pickup.PICKUP_DAYS,
    pickup.PICKUP_OFFICES,
    pickup.CORNER_OPENS,
    pickup.CORNER_CLOSES,
    pickup.WEEKDAY_OPENS,
    pickup.WEEKDAY_CLOSES,
    pickup.SATURDAY_OPENS,
    pickup.SATURDAY_CLOSES,
    pickup.SATURDAYS,
    pickup.FIRST_OF_APRIL,
    *CHANNEL_LAW,
)
