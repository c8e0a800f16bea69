"""Figures of the desk of plans in words."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

from django import template
from django.utils.translation import gettext as _

from jichi.kernel.values.ratio import format_percent

from ..rules.grades import ACHIEVEMENTS
from ..rules.spread import Spread

register = template.Library()

register.filter("percent", format_percent)


@register.filter
def signed_percent(share: Fraction) -> str:
    """``+3.0%``, ``-12.5%``, ``±0.0%``."""
    sign = "+" if share > 0 else "" if share < 0 else "±"
    return f"{sign}{format_percent(share)}"


@register.filter
def plain_number(value: Decimal | None) -> str:
    """A measured number without idle zeros, thousands apart; a dash for what nobody knows."""
    if value is None:
        return "－"
    return f"{value:,.0f}" if value == value.to_integral_value() else f"{value.normalize():,f}"


@register.filter
def spread_lines(spread: Spread) -> list[dict[str, Any]]:
    """A line for each grade, the unused ones included."""
    return [
        {"name": f"{grade} {_(ACHIEVEMENTS[grade])}", "count": count, "share": spread.share(grade)}
        for grade, count in spread.counts.items()
    ]


@register.filter
def commonest_share(spread: Spread) -> str:
    """The share of the grade that was given most often."""
    return format_percent(spread.share(spread.commonest or 3))
