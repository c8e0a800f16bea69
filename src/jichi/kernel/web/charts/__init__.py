"""Charts as accessible SVG: data in, markup out. No Django, no JavaScript, no inline style."""

from .bars import Bar, grade_bars, lying_bars, standing_bars
from .chart import NARROW, WIDE, About, Chart
from .flow import Arrow, Box, Flow
from .lines import Line, line_chart, sparkline
from .series import Group, grouped_bars, share_bar, stacked_bars

__all__ = [
    "NARROW",
    "WIDE",
    "About",
    "Arrow",
    "Bar",
    "Box",
    "Chart",
    "Flow",
    "Group",
    "Line",
    "grade_bars",
    "grouped_bars",
    "line_chart",
    "lying_bars",
    "share_bar",
    "sparkline",
    "stacked_bars",
    "standing_bars",
]
