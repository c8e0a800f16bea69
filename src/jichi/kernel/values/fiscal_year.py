"""年度: the city's year of account, 1 April to 31 March.

Law: 地方自治法第208条第1項.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Self

from .day_span import DaySpan
from .era import era_of, year_in_words
from .era_text import ERA_AND_NUMBER, year_of
from .unreadable import Unreadable
from .width import narrow

_ERA = re.compile(f"{ERA_AND_NUMBER}(?:年度)?")

# A year of account bears the era of its first day. Only for this one did the State decide otherwise.
# Source: 改元に伴う元号による年表示の取扱いについて (2019-04-01), 予算: 年度全体を通じて「令和元年度」.
_DAY_THAT_NAMES = {2019: date(2019, 5, 1)}


@dataclass(frozen=True, order=True)
class FiscalYear:
    """The 年度 that begins on 1 April of ``year``."""

    year: int

    @classmethod
    def of(cls, day: date) -> Self:
        """The year of account in which a day lies: 2012-03-31 is still in 2011年度."""
        return cls(day.year if day.month >= 4 else day.year - 1)

    @classmethod
    def parse(cls, text: str, *, overrun: bool = False) -> Self:
        """Read ``2011年度``, ``平成23年度``, ``平成二十三年度``, ``H23``; ``overrun`` as for days.

        平成31年度 and 令和元年度 are both 2019. ``2011年`` is refused: it is a calendar year.

        Raises: Unreadable (``fiscal_year.form``); OutsideEra.
        """
        plain = "".join(narrow(text).split())
        if found := re.fullmatch("([0-9]{4})年度", plain):
            return cls(int(found[1]))
        if found := _ERA.fullmatch(plain):
            return cls(year_of(found, original=text, overrun=overrun))
        raise Unreadable("fiscal_year.form", text, "not a fiscal year such as 2011年度 or 平成23年度")

    @property
    def first_day(self) -> date:
        """1 April."""
        return date(self.year, 4, 1)

    @property
    def last_day(self) -> date:
        """31 March of the next calendar year."""
        return date(self.year + 1, 3, 31)

    @property
    def span(self) -> DaySpan:
        """All its days."""
        return DaySpan(first=self.first_day, last=self.last_day)

    def __contains__(self, day: date) -> bool:
        return day in self.span

    def next(self) -> Self:
        """The year of account after this one."""
        return type(self)(self.year + 1)

    def previous(self) -> Self:
        """The year of account before this one."""
        return type(self)(self.year - 1)

    @property
    def label(self) -> str:
        """``2011年度``."""
        return f"{self.year}年度"

    @property
    def era_label(self) -> str:
        """``平成23年度``; 2019 is 令和元年度.

        Raises: NoEra before 1873.
        """
        era = era_of(_DAY_THAT_NAMES.get(self.year, self.first_day))
        return f"{era.name}{year_in_words(era.number_of(self.year))}年度"

    def __str__(self) -> str:
        return self.label
