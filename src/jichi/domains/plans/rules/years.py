"""Fiscal years as plans print them: 2011, 平成23, and 25 where 平成23 stands before it."""

from __future__ import annotations

import re

from jichi.kernel.values.era import ERAS
from jichi.kernel.values.fiscal_years import FiscalYears
from jichi.kernel.values.unreadable import Unreadable

_ERA = "|".join(era.name for era in ERAS)
_IN_ERA = r"\s*(?:\d{1,2}|元)"
FIRST = rf"(?P<first>(?P<era>{_ERA})?(?(era){_IN_ERA}|\d{{4}}))"
LAST = rf"(?P<last>(?:{_ERA}){_IN_ERA}|\d{{4}}|(?(era)\d{{1,2}}|(?!)))"


def years_of(found: re.Match[str]) -> tuple[int, int] | None:
    """The first and the last year of a match; the first twice where no last one is named.

    None, when they are no years (0000) or the last lies before the first.
    """
    first, last = found["first"], found.groupdict().get("last")
    try:
        years = FiscalYears.parse(f"{first}年度～{last or first}年度", overrun=True)
    except (Unreadable, ValueError):
        return None
    return years.first.year, (years.last or years.first).year
