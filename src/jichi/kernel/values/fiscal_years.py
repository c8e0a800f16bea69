"""Runs of fiscal years, as plans name them: ``2011～2013年度``, ``2014年度以降``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from .fiscal_year import FiscalYear
from .unreadable import Unreadable
from .width import narrow

_TILDE = re.compile("[〜∼-]|から")  # narrow() has already made ～ a plain ~
_END = "年度"


@dataclass(frozen=True, kw_only=True)
class FiscalYears:
    """From one fiscal year to another, both counted; ``last`` None has no end (以降).

    Raises: ValueError when it would end before it begins.
    """

    first: FiscalYear
    last: FiscalYear | None

    def __post_init__(self) -> None:
        if self.last is not None and self.last < self.first:
            raise ValueError(f"a run of fiscal years cannot end in {self.last}, before {self.first}")

    @classmethod
    def parse(cls, text: str, *, overrun: bool = False) -> Self:
        """Read ``2011～2013年度``, ``平成23年度~25年度``, ``2012年度～``, ``2014年度以降`` or one year.

        Raises: Unreadable (``fiscal_years.form``, ``fiscal_year.form``); OutsideEra.
        """
        plain = _TILDE.sub("~", "".join(narrow(text).split())).removesuffix("まで")
        if plain.endswith("以降"):
            plain = plain.removesuffix("以降") + "~"
        head, tilde, tail = plain.partition("~")
        first = FiscalYear.parse(head.removesuffix(_END) + _END, overrun=overrun)
        if not tilde:
            return cls(first=first, last=first)
        last = FiscalYear.parse(_completed(tail, like=head), overrun=overrun) if tail else None
        if last is not None and last < first:
            raise Unreadable("fiscal_years.form", text, "the last year lies before the first")
        return cls(first=first, last=last)

    def __contains__(self, year: FiscalYear) -> bool:
        return self.first <= year and (self.last is None or year <= self.last)

    def __iter__(self) -> Iterator[FiscalYear]:
        """Each year in turn.

        Raises: ValueError when the run has no end.
        """
        if self.last is None:
            raise ValueError(f"{self.label} has no end to count to")
        return (FiscalYear(year) for year in range(self.first.year, self.last.year + 1))

    @property
    def label(self) -> str:
        """``2011～2013年度``, ``2014年度以降`` or ``2011年度``."""
        if self.last is None:
            return f"{self.first.label}以降"
        if self.last == self.first:
            return self.first.label
        return f"{self.first.year}～{self.last.label}"

    def __str__(self) -> str:
        return self.label


def _completed(tail: str, *, like: str) -> str:
    """``25`` after ``平成23`` stands for 平成25年度: the era is said once."""
    era = re.match("[^0-9元]*", like)
    bare = tail.removesuffix(_END)
    is_short = bare.isascii() and bare.isdigit() and len(bare) < 4
    return f"{era[0] if era and is_short else ''}{bare}{_END}"
